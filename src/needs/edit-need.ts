import type { EditNeed, NeedContent, NeedWritten } from "@keyline/domain";
import { wrongField, type Desk } from "../desk/index.ts";
import { contentOf, propertiesOf } from "./stored-need.ts";
import { changedMeanwhile, changeNeed, readNeed, savedNeed } from "./touch-need.ts";
import { today } from "./today.ts";
import { tieVoices } from "./voiced-by.ts";

type ContentField = keyof NeedContent;

/** Writes what the person changed, and nothing else. What somebody else changed in the same fields is a conflict. */
export async function editNeed(desk: Desk, { companyId, needKey, before, after }: EditNeed): Promise<NeedWritten> {
  if (after.voicedOn && after.voicedOn > today(desk))
    throw wrongField("after.voicedOn", "in-the-future", desk.caller.language);
  const found = await readNeed(desk, companyId, needKey);
  const { clashing, open } = decideEdit(contentOf(found), before, after);
  if (clashing.length > 0) throw changedMeanwhile(found, clashing);
  if (open.length > 0) await changeNeed(desk, found, propertiesOf(pick(after, open)));
  if (before.voicedById !== after.voicedById)
    await tieVoices(desk.hubspot, found.id, { before: before.voicedById, after: after.voicedById });
  return savedNeed(desk, found.id);
}

/** `clashing`: fields that both changed, to different values. `open`: fields that still have to be written. */
export function decideEdit(now: NeedContent, before: NeedContent, after: NeedContent) {
  const wanted = (Object.keys(after) as ContentField[]).filter((field) => !isSame(before[field], after[field]));
  const open = wanted.filter((field) => !isSame(now[field], after[field]));
  return { open, clashing: open.filter((field) => !isSame(now[field], before[field])) };
}

/** Spaces around a text are no difference, and an empty one is none. */
function isSame(one: string | null, other: string | null): boolean {
  return (one?.trim() || null) === (other?.trim() || null);
}

function pick(content: NeedContent, fields: readonly ContentField[]): Partial<NeedContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}
