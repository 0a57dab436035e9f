import { Problem } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Change } from "./diff.ts";

/** Throws before anything is written when the portal has no room for the custom objects that are missing. */
export async function tierTooLow(hubspot: HubSpot, changes: readonly Change[]): Promise<void> {
  const missing = changes.filter((change) => change.kind === "create-object").length;
  if (missing === 0) return;
  const room = await roomIn(hubspot);
  if (!room) return;
  if (room.limit === 0) throw noCustomObjects();
  const left = room.limit - room.usage;
  if (left >= missing) return;
  throw new Problem(
    "refused",
    `Keyline needs ${missing} more custom objects; this HubSpot account has room for ${left}.`,
    {
      words: {
        en: `Keyline needs ${missing} more custom objects, and this HubSpot account has room for ${left} of ${room.limit}. Remove some that nobody uses, then try again.`,
        ar: `يحتاج Keyline إلى ${missing} كائنات مخصصة أخرى، ولا يتسع حساب HubSpot هذا إلا إلى ${left} من أصل ${room.limit}. احذف ما لا يُستخدم منها ثم أعد المحاولة.`,
      },
    },
  );
}

/** Whether a refusal to create an object means that the account cannot have any, rather than that a scope was not granted. */
export function meansTierTooLow(problem: unknown): boolean {
  if (!(problem instanceof Problem)) return false;
  if (problem.code === "no-permission") return true;
  if (problem.code !== "missing-scope") return false;
  const { scopes } = problem.found as { scopes: string[] };
  return !scopes.some((scope) => scope.startsWith("crm."));
}

export function noCustomObjects(cause?: unknown): Problem {
  return new Problem(
    "tier-too-low",
    "This HubSpot account cannot have custom objects; Keyline needs an Enterprise tier.",
    {
      cause,
      words: {
        en: "Keyline keeps plans, needs and check-ins in custom objects, which need an Enterprise subscription of any HubSpot hub. This account has none, so nothing was changed.",
        ar: "يحفظ Keyline الخطط والاحتياجات والمتابعات في كائنات مخصصة تتطلب اشتراك Enterprise في أي من منتجات HubSpot. هذا الحساب لا يملكه، ولم يتغير فيه شيء.",
      },
    },
  );
}

/** Null where HubSpot does not say; then the first creation tells. */
async function roomIn(hubspot: HubSpot): Promise<{ limit: number; usage: number } | null> {
  try {
    return await hubspot.definitions.customObjectRoom();
  } catch (problem) {
    if (meansTierTooLow(problem)) throw noCustomObjects(problem);
    if (problem instanceof Problem && (problem.code === "not-found" || problem.code === "missing-scope")) return null;
    throw problem;
  }
}
