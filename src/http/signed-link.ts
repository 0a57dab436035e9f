import { createHmac } from "node:crypto";
import { Problem } from "@keyline/domain";
import { isSameSecret } from "../hubspot/index.ts";

const expired = {
  en: "This link has expired. Go back to HubSpot and ask for a new one.",
  ar: "انتهت صلاحية هذا الرابط. عُد إلى HubSpot واطلب رابطًا جديدًا.",
};

/**
 * A link that a browser can open without HubSpot, such as a file to save: what it gives stands in its query, signed
 * together with the path, for a short while. Whoever has it may open it, so it goes to the person who asked, and dies soon.
 */
export function signedLink(
  { secret, origin, path }: { secret: string; origin: string; path: string },
  facts: Readonly<Record<string, string>>,
  until: Date,
): string {
  const query = new URLSearchParams({ ...facts, until: String(until.getTime()) });
  query.set("signature", signatureOf(secret, path, query));
  return `${origin}${path}?${query.toString()}`;
}

/** Throws Problem `not-signed` unless we signed exactly this link, and it has not expired. By the machine's clock. */
export function checkLink(secret: string, path: string, given: URLSearchParams, now: Date): void {
  const query = new URLSearchParams(given);
  const signature = query.get("signature") ?? "";
  query.delete("signature");
  const isOurs = secret !== "" && isSameSecret(signature, signatureOf(secret, path, query));
  if (!isOurs || Number(query.get("until")) < now.getTime()) {
    throw new Problem("not-signed", expired.en, { words: expired });
  }
}

function signatureOf(secret: string, path: string, query: URLSearchParams): string {
  const sorted = new URLSearchParams([...query].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  // The word in front keeps these signatures apart from those that HubSpot makes with the same secret.
  return createHmac("sha256", secret).update(`link\n${path}\n${sorted.toString()}`).digest("base64url");
}
