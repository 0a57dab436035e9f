import { dealMetadata, type Stage } from "../portal/pipelines.ts";
import type { ObjectType } from "../types/index.ts";
import { asObject, asOptionalText, asText, asWhole, required, type Json } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { Call } from "./service.ts";

/** A stage as it is created or replaced. */
export function readStage(call: Call, type: ObjectType, body: Json): Stage {
  const at = call.portal.now().toISOString();
  return {
    id: asOptionalText(body.stageId, "stageId") ?? String(call.portal.nextId("stage")),
    label: asText(required(body, "label"), "label"),
    displayOrder: asWhole(required(body, "displayOrder"), "displayOrder"),
    metadata: readMetadata(type, asObject(body.metadata ?? {}, "metadata")),
    createdAt: at,
    updatedAt: at,
    archived: false,
  };
}

/** A stage with the changes of a PATCH. */
export function readStagePatch(call: Call, type: ObjectType, before: Stage): Stage {
  const body = asObject(call.body);
  const metadata = body.metadata === undefined ? {} : asObject(body.metadata, "metadata");
  return {
    ...before,
    label: asOptionalText(body.label, "label") ?? before.label,
    displayOrder: body.displayOrder === undefined ? before.displayOrder : asWhole(body.displayOrder, "displayOrder"),
    metadata: readMetadata(type, { ...before.metadata, ...metadata }),
    updatedAt: call.portal.now().toISOString(),
  };
}

/** Deals say how probable they are (0 or 1: closed), tickets whether they are open. */
function readMetadata(type: ObjectType, given: Json): Record<string, string> {
  if (type.name === "deals") {
    const probability = asText(given.probability ?? "", "metadata.probability");
    const share = Number(probability);
    if (probability === "" || !(share >= 0 && share <= 1) || !Number.isInteger(share * 10)) {
      throw invalid(`metadata.probability must be from 0.0 to 1.0 in steps of 0.1, was ${probability || "missing"}`);
    }
    return dealMetadata(probability);
  }
  const state = given.ticketState === undefined ? "OPEN" : asText(given.ticketState, "metadata.ticketState");
  if (state !== "OPEN" && state !== "CLOSED")
    throw invalid(`metadata.ticketState must be OPEN or CLOSED, was ${state}`);
  return { ticketState: state, isClosed: String(state === "CLOSED") };
}
