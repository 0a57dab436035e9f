import { Problem, provisionedLists, type Language, type ProvisionedLists } from "@keyline/domain";
import type { HubSpot, WireList } from "../../hubspot/index.ts";
import type { Warning } from "../diff.ts";
import { readFramework, writeFramework } from "../framework.ts";
import { standardTypeId } from "../standard-types.ts";
import { decideList, type ListDecision } from "./decide-list.ts";
import type { DeclaredList } from "./define-list.ts";

export interface ListsReport {
  created: string[];
  extended: string[];
  unchanged: number;
  warnings: Warning[];
}

interface Options {
  language: Language;
  isDryRun: boolean;
}

/**
 * Makes and keeps the lists. What was made is remembered on the portal's framework record, so that a list that people
 * renamed, changed or deleted is theirs. A token without the scopes for lists gets a warning; the rest does not need them.
 */
export async function provisionLists(
  hubspot: HubSpot,
  lists: readonly DeclaredList[],
  options: Options,
): Promise<ListsReport> {
  const report: ListsReport = { created: [], extended: [], unchanged: 0, warnings: [] };
  try {
    await keepLists(hubspot, lists, options, report);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== "missing-scope") throw problem;
    const message = "Lists were left out: grant crm.lists.read and crm.lists.write, then provision again.";
    report.warnings.push({ where: "lists", message });
  }
  return report;
}

async function keepLists(hubspot: HubSpot, lists: readonly DeclaredList[], options: Options, report: ListsReport) {
  const framework = await readFramework(hubspot);
  const memory = provisionedLists.read(framework.held.provisioned_lists) ?? {};
  const standing = await hubspot.definitions.lists(Object.values(memory).map(({ id }) => id));
  const typeIds = await typeIdsOf(hubspot);
  const after: ProvisionedLists = { ...memory };
  for (const list of lists) {
    const remembered = memory[list.key];
    const stands = standing.find(({ listId }) => listId === remembered?.id);
    const made = await keepOne(hubspot, { list, remembered, stands, typeId: typeIds.get(list.object.name) }, options);
    tell(list, made.decision, report, options.language);
    if (made.refusal) report.warnings.push({ where: `list ${list.key}`, message: made.refusal });
    if (made.memory) after[list.key] = made.memory;
  }
  if (JSON.stringify(after) === JSON.stringify(memory)) return;
  await writeFramework(hubspot, framework, { provisioned_lists: provisionedLists.write(after) }, options.language);
}

interface One {
  list: DeclaredList;
  remembered: ProvisionedLists[string] | undefined;
  stands: WireList | undefined;
  /** Undefined while the object does not stand, as in the dry run of an empty portal. */
  typeId: string | undefined;
}

/** A creation cannot be repeated blindly: after a lost answer we look by name whether it stands. */
async function keepOne(
  hubspot: HubSpot,
  { list, remembered, stands, typeId }: One,
  { language, isDryRun }: Options,
): Promise<{ decision: ListDecision; memory?: ProvisionedLists[string]; refusal?: string }> {
  let isTriedBefore = false;
  for (let round = 1; ; round++) {
    const namesake = remembered || !typeId ? undefined : await named(hubspot, list, typeId);
    const found = decideList(list, language, { remembered, stands, namesake });
    const decision = isTriedBefore && found.do === "remember" ? ({ ...found, do: "create", name: "" } as const) : found;
    if (isDryRun || !typeId) return { decision };
    try {
      const memory = await carryOut(hubspot, found, typeId, remembered);
      return { decision, ...(memory && { memory }) };
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code === "missing-scope") throw problem;
      if (problem.code !== "unavailable") return { decision: unmade, refusal: problem.message };
      if (round === mostRounds) return { decision: unmade, refusal: "HubSpot did not answer; provision again." };
      isTriedBefore = true;
    }
  }
}

const mostRounds = 6;
const unmade: ListDecision = { do: "nothing", why: "refused" };

async function carryOut(
  { definitions }: HubSpot,
  decision: ListDecision,
  objectTypeId: string,
  remembered: ProvisionedLists[string] | undefined,
): Promise<ProvisionedLists[string] | undefined> {
  if (decision.do === "nothing") return undefined;
  const filters = decision.filters as Record<string, unknown> | null;
  if (decision.do === "create") {
    const { name } = decision;
    const list = { name, objectTypeId, processingType: "DYNAMIC", filterBranch: decision.filters } as const;
    return { id: (await definitions.createList(list)).listId, filters: filters ?? {} };
  }
  if (decision.do === "change") {
    if (decision.name !== null) await definitions.renameList(decision.id, decision.name);
    if (decision.filters) await definitions.changeListFilters(decision.id, decision.filters);
  }
  return { id: decision.id, filters: filters ?? remembered?.filters ?? {} };
}

function tell(list: DeclaredList, decision: ListDecision, report: ListsReport, language: Language): void {
  const entry = `list ${list.key}`;
  if (decision.do === "create") report.created.push(entry);
  else if (decision.do === "change") report.extended.push(entry);
  else if (decision.do === "remember" || decision.why !== "refused") report.unchanged++;
  if (decision.do === "nothing" && decision.why === "a namesake stands") {
    const message = `A list named "${list.name[language]}" with other filters stands in this portal and was left alone. Rename it to get Keyline's.`;
    report.warnings.push({ where: entry, message });
  }
}

async function typeIdsOf({ definitions }: HubSpot): Promise<ReadonlyMap<string, string>> {
  const own = (await definitions.schemas()).map(({ name, objectTypeId }) => [name, objectTypeId] as const);
  return new Map([["companies", standardTypeId("companies") ?? ""], ...own]);
}

/** Under either of our names: the labels may have had another language before. */
async function named({ definitions }: HubSpot, { name }: DeclaredList, typeId: string): Promise<WireList | undefined> {
  return (
    (await definitions.listByName(typeId, name.en)) ?? (await definitions.listByName(typeId, name.ar)) ?? undefined
  );
}
