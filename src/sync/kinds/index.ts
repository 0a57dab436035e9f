import type { HubSpot } from "../../hubspot/index.ts";
import { companyKind } from "./company.ts";
import { contactKind } from "./contact.ts";
import { callKind, meetingKind } from "./conversations.ts";
import { dealKind } from "./deal.ts";
import { feedbackKind } from "./feedback.ts";
import type { Kind } from "./kind.ts";
import { checkInKind, kpiKind, needKind, objectiveKind, planKind, signalKind } from "./own-objects.ts";
import { taskKind } from "./task.ts";
import { ticketKind } from "./ticket.ts";

export { passes, passesFor, type Kind, type Pass } from "./kind.ts";

/** Everything that Keyline listens to; `app.json` subscribes to the same, and a test compares both. */
export const kinds: readonly Kind[] = [
  companyKind,
  contactKind,
  dealKind,
  ticketKind,
  taskKind,
  meetingKind,
  callKind,
  feedbackKind,
  checkInKind,
  needKind,
  objectiveKind,
  planKind,
  signalKind,
  kpiKind,
];

/** Our own objects: every portal numbers them itself. */
export const ownKinds = kinds.filter(({ typeId }) => typeId === null);

const standard = new Map(kinds.flatMap((kind) => (kind.typeId === null ? [] : [[kind.typeId, kind] as const])));

/** HubSpot's own types have one id everywhere. Undefined for what we do not listen to, and for custom objects. */
export function standardKind(typeId: string): Kind | undefined {
  return standard.get(typeId);
}

/** The portal's ids of our objects; read again after this. */
const freshMs = 10 * 60_000;
const byPortal = new WeakMap<HubSpot, { readAt: number; kinds: Promise<Map<string, Kind>> }>();

/** Every kind by its type id in this portal, our own objects included. */
export function kindsIn(hubspot: HubSpot, nowMs: number = Date.now()): Promise<Map<string, Kind>> {
  const known = byPortal.get(hubspot);
  if (known && nowMs - known.readAt < freshMs) return known.kinds;
  const reading = readKinds(hubspot);
  byPortal.set(hubspot, { readAt: nowMs, kinds: reading });
  reading.catch(() => byPortal.delete(hubspot));
  return reading;
}

async function readKinds(hubspot: HubSpot): Promise<Map<string, Kind>> {
  const schemas = await hubspot.definitions.schemas();
  const found = schemas.flatMap(({ objectTypeId, name }) => {
    const kind = ownKinds.find(({ subscribedAs }) => subscribedAs === `p_${name}`);
    return kind ? [[objectTypeId, kind] as const] : [];
  });
  return new Map([...standard, ...found]);
}
