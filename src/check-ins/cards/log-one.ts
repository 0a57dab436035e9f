import { checkIn, checkInKey as keyOf, type CheckIn, type CheckInsWritten, type LogCheckIn } from "@keyline/domain";
import { newCheckIn } from "../draft.ts";
import type { StoredCheckIn } from "../facts.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { writePromises } from "../promises.ts";
import { wrongField, type Desk } from "../../desk/index.ts";
import { answerPromises } from "./mark-promise.ts";
import { readCompany } from "./read-company.ts";
import { readWhole, type CheckInName } from "./read-history.ts";
import { saved } from "./saved.ts";
import { spokeWith } from "./spoke-with.ts";
import { change, changedMeanwhile, make, mustBe, readOne } from "./touch-check-in.ts";

/** A conversation that was held: the planned one, or one that nobody had planned. Sent twice it is logged once. */
export async function logOne(desk: Desk, asked: LogCheckIn): Promise<CheckInsWritten> {
  const { companyId, heldOn } = asked;
  const { today } = await readPortalFacts(desk);
  if (heldOn > today) throw wrongField("heldOn", "in-the-future", desk.caller.language);
  const logged =
    asked.checkInKey === null ? await logUnplanned(desk, asked) : await logPlanned(desk, asked, asked.checkInKey);
  const pairs = asked.attendeeIds.map((to) => ({ from: logged.id, to }));
  if (pairs.length > 0) await desk.hubspot.associations.create(checkIn, "contacts", pairs);
  await spokeWith(desk, asked.attendeeIds, heldOn);
  const answered = await answerPromises(desk, companyId, asked.promised);
  return saved(desk, companyId, [logged, ...answered]);
}

async function logPlanned(desk: Desk, asked: LogCheckIn, key: string): Promise<CheckInName> {
  const found = await readOne(desk, asked.companyId, key);
  if (isSame(found, asked)) return { id: found.id, key };
  mustBe(found, asked.expected);
  if (found.values.state === "held") throw changedMeanwhile(found.values);
  return change(desk, found, { ...contentOf(asked), ...(found.values.skip_reason && { skip_reason: null }) });
}

/** The day names it: a conversation of a day on which one was planned is that one. */
async function logUnplanned(desk: Desk, asked: LogCheckIn): Promise<CheckInName> {
  const key = keyOf(asked.companyId, asked.heldOn);
  const [{ account }, [standing]] = await Promise.all([
    readCompany(desk, asked.companyId),
    readWhole(desk.hubspot, [key]),
  ]);
  if (standing) {
    if (isSame(standing, asked)) return { id: standing.id, key };
    if (standing.values.state === "held") throw changedMeanwhile(standing.values);
    return change(desk, standing, { ...contentOf(asked), skip_reason: null });
  }
  const fresh = newCheckIn(asked.companyId, account.name, asked.heldOn).values;
  const owner = account.properties.am_lead_manager ?? account.ownerId;
  return make(desk, { ...fresh, ...contentOf(asked), planned_by: "person", hubspot_owner_id: owner }, asked.companyId);
}

function contentOf(asked: LogCheckIn): Partial<CheckIn> {
  const promises = asked.recommendations.map((one, index) => ({
    ...one,
    id: String(index + 1),
    state: "open" as const,
  }));
  return {
    state: "held",
    held_on: asked.heldOn,
    outcome: asked.outcome,
    topics: asked.topics.join("\n") || null,
    progress: asked.progress,
    recommendations: writePromises(promises),
    recommendations_given: promises.length,
    recommendations_carried_out: 0,
    obstacles: asked.obstacles,
    notes: asked.notes,
    counted_from: asked.contactMadeId,
  };
}

function isSame({ values }: StoredCheckIn, asked: LogCheckIn): boolean {
  const content = contentOf(asked);
  return (["state", "held_on", "outcome", "topics", "notes"] as const).every(
    (name) => (values[name] ?? null) === (content[name] ?? null),
  );
}
