import { batchesOf, patient, readBatch, type Call } from "./call.ts";
import { importedRecordId } from "./kinds.ts";
import { loadDemoFiles } from "./load-demo.ts";
import { readOwners } from "./portal.ts";
import type { ImportResult } from "./import-files.ts";

const entered = [
  "account_companies.csv",
  "account_contacts.csv",
  "account_plan.csv",
  "account_need.csv",
  "plan_objective.csv",
  "account_signal.csv",
  "check_in.csv",
];

/**
 * Loads what people entered in Keyline before the demo's today: how the accounts are managed, plans, needs, objectives,
 * signals, check-ins held. Nothing that Keyline works out itself. Keyline's properties and objects have to be there,
 * and the demo portal of `loadDemo`. A second run doubles nothing.
 */
export async function loadDemoAccounts(call: Call): Promise<ImportResult> {
  const ids = await idsByMark(patient(call));
  return loadDemoFiles(call, entered, (text) => text.replace(/\{(\w+):([^{}]+)\}/g, (mark) => idOf(mark, ids)));
}

/**
 * Keys such as `company:slot` hold ids that the portal gave. The files write them as marks, `{company:1002}` or
 * `{owner:noura.alharbi@sahabcold.example}`, with the Record ID of the demo's export.
 */
async function idsByMark(call: Call): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [name, type, first, last] of numbered) {
    const recordIds = Array.from({ length: last - first + 1 }, (_, at) => ({ id: String(first + at) }));
    for (const inputs of batchesOf(recordIds)) {
      for (const record of await readBatch(call, type, inputs, [importedRecordId], importedRecordId)) {
        ids.set(`{${name}:${record.properties[importedRecordId]}}`, record.id);
      }
    }
  }
  for (const owner of await readOwners(call)) {
    if (owner.email) ids.set(`{owner:${owner.email}}`, owner.id);
  }
  return ids;
}

const numbered = [
  ["company", "companies", 1001, 1100],
  ["contact", "contacts", 5001, 5200],
  ["deal", "deals", 10_001, 10_500],
  ["product", "products", 7001, 7020],
] as const;

function idOf(mark: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(mark);
  if (id === undefined) throw new Error(`The demo portal has no ${mark}`);
  return id;
}
