import type { EditNeed, NeedContent, NeedWritten } from "@keyline/domain";
import { mergeEdit, todayOf, wrongField, type Desk } from "../desk/index.ts";
import { contentOf, propertiesOf } from "./stored-need.ts";
import { changedMeanwhile, changeNeed, readNeed, savedNeed } from "./touch-need.ts";
import { tieVoices } from "./voiced-by.ts";

/** Writes what the person changed, and nothing else. What somebody else changed in the same fields is a conflict. */
export async function editNeed(desk: Desk, { companyId, needKey, before, after }: EditNeed): Promise<NeedWritten> {
  if (after.voicedOn && after.voicedOn > todayOf(desk))
    throw wrongField("after.voicedOn", "in-the-future", desk.caller.language);
  const found = await readNeed(desk, companyId, needKey);
  const { change, clash } = mergeEdit(before, after, contentOf(found));
  if (clash) throw changedMeanwhile(found, Object.keys(clash) as (keyof NeedContent)[]);
  if (Object.keys(change).length > 0) await changeNeed(desk, found, propertiesOf(change));
  if (before.voicedById !== after.voicedById)
    await tieVoices(desk.hubspot, found.id, { before: before.voicedById, after: after.voicedById });
  return savedNeed(desk, found);
}
