import { Problem } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import type { Change, Warning } from "./diff.ts";
import { standardTypeId } from "./standard-types.ts";
import { meansTierTooLow, noCustomObjects } from "./tier.ts";

export interface Applied {
  done: Change[];
  /** HubSpot said no, for a reason that another try would not change. */
  refused: Warning[];
}

type Kind<K extends Change["kind"]> = Extract<Change, { kind: K }>;

/** HubSpot takes 100 properties in one call. */
const propertyBatch = 100;

/** Carries out changes in their order. What fails for the moment, or waits for an object, is left to the next round. */
export async function applyChanges(hubspot: HubSpot, changes: readonly Change[], log: Log): Promise<Applied> {
  const applied: Applied = { done: [], refused: [] };
  for (const change of changes) {
    if (change.kind === "create-property") continue;
    await attempt(applied, [change], log, () => applyOne(hubspot, change));
  }
  const properties = changes.filter((change) => change.kind === "create-property");
  for (const [object, group] of groupedByObject(properties)) {
    for (let start = 0; start < group.length; start += propertyBatch) {
      await createProperties(hubspot, object, group.slice(start, start + propertyBatch), applied, log);
    }
  }
  return applied;
}

/** Whether it was done; not yet when it refers to an object that does not exist. */
async function applyOne(hubspot: HubSpot, change: Exclude<Change, Kind<"create-property">>): Promise<boolean> {
  const { definitions, associations } = hubspot;
  if ("fromId" in change) {
    const { fromId, toId } = change;
    if (!fromId || !toId) return false;
    if (change.kind === "create-label") await associations.defineLabel(fromId, toId, change.label);
    else if (change.kind === "rename-label") await associations.renameLabel(fromId, toId, change.typeId, change.words);
    else await definitions.createAssociationType(fromId, toId, change.name);
  } else if (change.kind === "create-object") await createObject(hubspot, change);
  else if (change.kind === "rename-object") await definitions.renameSchema(change.name, change.labels);
  else if (change.kind === "create-group") await definitions.createGroup(change.object, change.group);
  else await definitions.updateProperty(pathOf(change.object), change.name, change.change);
  return true;
}

async function createObject(hubspot: HubSpot, { input }: Kind<"create-object">): Promise<void> {
  try {
    await hubspot.definitions.createSchema(input);
  } catch (problem) {
    throw meansTierTooLow(problem) ? noCustomObjects(problem) : problem;
  }
}

/** All at once; when HubSpot refuses the whole call, one by one, so that one property does not hold up the others. */
async function createProperties(
  hubspot: HubSpot,
  object: string,
  changes: readonly Kind<"create-property">[],
  applied: Applied,
  log: Log,
): Promise<void> {
  const create = async (some: readonly Kind<"create-property">[]) => {
    const { errors } = await hubspot.definitions.createProperties(
      pathOf(object),
      some.map(({ input }) => input),
    );
    if (errors[0]) throw new Problem("refused", errors[0].message ?? "HubSpot refused a property", { cause: errors });
  };
  try {
    await create(changes);
    applied.done.push(...changes);
  } catch (problem) {
    if (!isRefusal(problem)) return passing(problem, changes, log);
    for (const change of changes) {
      await attempt(applied, [change], log, async () => {
        await create([change]);
        return true;
      });
    }
  }
}

async function attempt(
  applied: Applied,
  changes: readonly Change[],
  log: Log,
  run: () => Promise<boolean>,
): Promise<void> {
  try {
    if (await run()) applied.done.push(...changes);
  } catch (problem) {
    if (!isRefusal(problem)) return passing(problem, changes, log);
    // It stands already: made by a try whose answer was lost, or by someone else just now. The next round compares it.
    if (problem.code === "conflict") return;
    applied.refused.push(...changes.map(({ id }) => ({ where: id, message: problem.message })));
  }
}

function isRefusal(problem: unknown): problem is Problem {
  return problem instanceof Problem && (problem.code === "refused" || problem.code === "conflict");
}

function passing(problem: unknown, changes: readonly Change[], log: Log): void {
  if (!(problem instanceof Problem) || problem.code !== "unavailable") throw problem;
  log.warn({ changes: changes.map(({ id }) => id) }, "HubSpot did not answer; provisioning looks again");
}

/** Custom objects by the name that needs no id, HubSpot's own as they are. */
function pathOf(object: string): string {
  return standardTypeId(object) ? object : `p_${object}`;
}

function groupedByObject(changes: readonly Kind<"create-property">[]): Map<string, Kind<"create-property">[]> {
  const groups = new Map<string, Kind<"create-property">[]>();
  for (const change of changes) groups.set(change.object, [...(groups.get(change.object) ?? []), change]);
  return groups;
}
