import {
  accountTypes,
  bulkFields,
  rhythmNames,
  tiers,
  type BulkAsked,
  type BulkPreviewed,
  type Language,
} from "@keyline/domain";
import { readRecordUrls, type Desk } from "../desk/index.ts";
import { decide, type FieldDecision } from "./decide.ts";
import { readAccounts, readPermission } from "./read-accounts.ts";

const mostListed = 100;

/** What would change, counted and the values that give way listed; nothing is written. */
export async function preview(desk: Desk, { recordIds, changes }: BulkAsked): Promise<BulkPreviewed> {
  const { hubspot, settings, caller } = desk;
  const ids = [...new Set(recordIds)];
  const [permission, urlOf] = await Promise.all([
    readPermission(hubspot, settings, caller.userId),
    readRecordUrls(desk),
  ]);
  const records = await readAccounts(hubspot, ids, permission);
  const allowed = records.filter(({ isAllowed }) => isAllowed);
  const decided = allowed.map((record) => ({ record, ...decide(record.account, changes, settings.rhythms) }));
  const overwritten = decided.flatMap(({ record, fields }) =>
    fields.filter(({ becomes }) => becomes === "overwrite").map((field) => ({ record, field })),
  );
  const toChange = decided.filter(({ properties }) => Object.keys(properties).length > 0).length;
  const nameOf = (id: string) => permission.owners.get(id)?.name || id;
  return {
    companies: ids.length,
    toChange,
    same: decided.length - toChange,
    gone: ids.length - records.length,
    notAllowed: records.length - allowed.length,
    fields: bulkFields.flatMap((field) => {
      const here = decided.flatMap(({ fields }) => fields.filter((one) => one.field === field));
      const count = (becomes: FieldDecision["becomes"]) => here.filter((one) => one.becomes === becomes).length;
      if (here.length === 0) return [];
      return [
        { field, change: count("change"), same: count("same"), overwrite: count("overwrite"), kept: count("kept") },
      ];
    }),
    overwritten: overwritten.slice(0, mostListed).map(({ record, field }) => ({
      company: { id: record.id, name: record.name, url: urlOf("companies", record.id) },
      field: field.field,
      from: wordOf(field.field, field.from ?? "", caller.language, nameOf),
      to: wordOf(field.field, field.to, caller.language, nameOf),
    })),
    overwriteCount: overwritten.length,
  };
}

function wordOf(field: FieldDecision["field"], value: string, language: Language, nameOf: (id: string) => string) {
  if (field === "type" && accountTypes.has(value)) return accountTypes.label(value, language);
  if (field === "tier" && tiers.has(value)) return tiers.label(value, language);
  if (field === "rhythm" && rhythmNames.has(value)) return rhythmNames.label(value, language);
  return nameOf(value);
}
