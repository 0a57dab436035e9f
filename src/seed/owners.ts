import { batchesOf } from "./call.ts";
import type { Draft } from "./draft.ts";
import { readOwners, type Owner, type Portal } from "./portal.ts";

/** An owner that a file names and the portal does not have. */
export interface NewOwner {
  text: string;
  email: string;
  firstName: string;
  lastName: string;
  isDeactivated: boolean;
}

/**
 * Finds an owner by email or full name, whichever a file gives. HubSpot's export writes "(Deactivated User)" behind
 * the name of someone who left.
 */
export function findOwner(text: string, owners: readonly Owner[]): Owner | "several" | undefined {
  const wanted = withoutMark(text).toLowerCase();
  const byEmail = owners.find((owner) => owner.email?.toLowerCase() === (emailIn(wanted) ?? wanted));
  if (byEmail) return byEmail;
  const named = owners.filter((owner) => nameOf(owner).toLowerCase() === wanted.replace(/\s+/g, " "));
  if (named.length < 2) return named[0];
  const active = named.filter((owner) => !owner.archived);
  return active.length === 1 ? active[0] : "several";
}

/** The owners to be made for these rows, each once; or, by row, why one cannot be. */
export function planOwners(drafts: readonly Draft[], portal: Pick<Portal, "owners" | "isEmulated">) {
  const wanted = new Map<string, NewOwner>();
  const broken: { draft: Draft; reason: string }[] = [];
  for (const draft of drafts) {
    for (const { header, people } of draft.owners) {
      for (const text of people) {
        const found = findOwner(text, portal.owners);
        if (found === "several")
          broken.push({ draft, reason: `${header} '${text}' is the name of several owners; give the email` });
        else if (found === undefined && !portal.isEmulated) {
          broken.push({ draft, reason: `${header} '${text}' is no owner of this portal` });
        } else if (found === undefined && /^\d+$/.test(text)) {
          broken.push({ draft, reason: `${header} '${text}' is neither a name nor an email` });
        } else if (found === undefined) {
          wanted.set(withoutMark(text).toLowerCase(), newOwner(text));
        }
      }
    }
  }
  return { wanted: [...wanted.values()], broken };
}

/** Makes owners in the emulated portal; in HubSpot they come from the account's users. Returns what it made. */
export async function addOwners(portal: Portal, wanted: readonly NewOwner[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const inputs = wanted.map(({ email, firstName, lastName, isDeactivated }) => ({
    properties: { email, firstName, lastName, ...(isDeactivated ? { archived: "true" } : {}) },
  }));
  for (const batch of batchesOf(inputs)) await portal.call("POST", "/_sandbox/records/owners", { inputs: batch });
  portal.owners = await readOwners(portal.call);
  return [`owners: ${wanted.length} created`];
}

function newOwner(text: string): NewOwner {
  const plain = withoutMark(text);
  const email = emailIn(plain);
  const name = email ? plain.replace(/[<(]?\S+@\S+?[>)]?$/, "").trim() || email.split("@")[0]! : plain;
  const [firstName = "", ...rest] = name.split(/[\s._]+/);
  return {
    text,
    email: email ?? `${slug(name)}@owners.example`,
    firstName,
    lastName: rest.join(" "),
    isDeactivated: plain !== text.trim(),
  };
}

const nameOf = (owner: Owner): string => [owner.firstName, owner.lastName].filter(Boolean).join(" ");
const withoutMark = (text: string): string => text.replace(/\s*\((?:deactivated|removed)[^)]*\)\s*$/i, "").trim();
const emailIn = (text: string): string | undefined => /[^\s<(]+@[^\s>)]+/.exec(text)?.[0];

/** Arabic names have no Latin slug; their code points do. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .split("")
    .map((character) =>
      /[a-z0-9]/.test(character) ? character : /\s/.test(character) ? "." : character.charCodeAt(0).toString(36),
    )
    .join("");
