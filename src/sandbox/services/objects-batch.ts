import { archiveRecord } from "../portal/archive-record.ts";
import { findRecord, needRecord } from "../portal/find-record.ts";
import { presentRecord, presentWritten } from "../portal/present.ts";
import { createRecord, updateRecord } from "../portal/write-record.ts";
import { asList, asObject, asOptionalText, asText, queryFlag, required, type Json } from "../wire/read-json.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import { associateNew } from "./associate-new.ts";
import { batchBody, batchError, readInputs, refuseRepeats, writeBatch } from "./batch.ts";
import { creatableType, typeOf, writableType, writerOf } from "./objects.ts";
import { defineService, nothing, type Answer, type Call } from "./service.ts";

/** Records a hundred at a time. */
export const objectBatches = defineService({
  name: "Object batches",
  routes: {
    "POST /crm/objects/{version}/{objectType}/batch/create": {
      operation: "Create up to 100, with associations",
      handle: createAll,
    },
    "POST /crm/objects/{version}/{objectType}/batch/read": {
      operation: "Read up to 100 by id or unique property",
      handle: readAll,
    },
    "POST /crm/objects/{version}/{objectType}/batch/update": { operation: "Update up to 100", handle: updateAll },
    "POST /crm/objects/{version}/{objectType}/batch/upsert": {
      operation: "Create or update up to 100 by unique property",
      handle: upsertAll,
    },
    "POST /crm/objects/{version}/{objectType}/batch/archive": { operation: "Archive up to 100", handle: archiveAll },
  },
});

export function createAll(call: Call): Answer {
  const type = creatableType(call);
  const writer = writerOf(call, true);
  return writeBatch(call, readInputs(call.body), 201, (input) => {
    const record = createRecord(call.portal, type, propertiesOf(input), writer);
    associateNew(call, type, record, input.associations);
    return presentWritten(call.portal.records(type).get(record.id)!);
  });
}

function readAll(call: Call): Answer {
  const type = typeOf(call);
  const body = asObject(call.body);
  const inputs = readInputs(body);
  const idProperty = asOptionalText(body.idProperty, "idProperty");
  const names = (field: unknown, name: string) => asList(field, name).map((each) => asText(each, name));
  const wanted = {
    properties: names(body.properties, "properties"),
    propertiesWithHistory: names(body.propertiesWithHistory, "propertiesWithHistory"),
  };
  if (wanted.propertiesWithHistory.length > 0 && inputs.length > 50) {
    throw invalid("The maximum number of inputs with propertiesWithHistory is 50");
  }
  const archived = queryFlag(call.query, "archived");
  const missing: string[] = [];
  const found = inputs.flatMap((input) => {
    const id = asText(required(input, "id"), "id");
    const record = findRecord(call.portal, type, id, { idProperty, archived });
    if (!record) missing.push(id);
    return record ? [record] : [];
  });
  const results = [...new Set(found)].map((record) => presentRecord(call.portal, type, record, wanted));
  if (missing.length === 0) return { status: 200, body: batchBody(call, results) };
  // Reads of ids that are not there come back as a 207 with one error that lists them.
  const error = batchError(
    notFound("Could not get some objects, they may be deleted or not exist. Check that ids are valid."),
    {
      ids: missing,
    },
  );
  return { status: 207, body: batchBody(call, results, [error]) };
}

function updateAll(call: Call): Answer {
  const type = writableType(call);
  const inputs = readInputs(call.body);
  const writer = writerOf(call, true);
  const target = (input: Json) =>
    needRecord(call.portal, type, asText(required(input, "id"), "id"), {
      idProperty: asOptionalText(input.idProperty, "idProperty"),
    });
  refuseRepeats(inputs.map(nameOf));
  return writeBatch(call, inputs, 200, (input) =>
    presentWritten(updateRecord(call.portal, type, target(input), propertiesOf(input), writer)),
  );
}

function upsertAll(call: Call): Answer {
  const type = writableType(call);
  const inputs = readInputs(call.body);
  const writer = writerOf(call, true);
  refuseRepeats(inputs.map(nameOf));
  return writeBatch(call, inputs, 200, (input) => {
    const id = asText(required(input, "id"), "id");
    const idProperty = asOptionalText(input.idProperty, "idProperty");
    const properties = propertiesOf(input);
    const record = findRecord(call.portal, type, id, { idProperty });
    if (record) return { ...presentWritten(updateRecord(call.portal, type, record, properties, writer)), new: false };
    if (!type.isCreatable) creatableType(call);
    if (idProperty === undefined || idProperty === "hs_object_id") throw notFound();
    const own = properties[idProperty];
    if (own !== undefined && String(own) !== id) {
      throw invalid(`The value of ${idProperty} (${String(own)}) differs from the id of its input (${id})`);
    }
    return {
      ...presentWritten(createRecord(call.portal, type, { ...properties, [idProperty]: id }, writer)),
      new: true,
    };
  });
}

function archiveAll(call: Call): Answer {
  const type = creatableType(call);
  for (const input of readInputs(call.body)) {
    archiveRecord(call.portal, type, asText(required(input, "id"), "id"), call.source);
  }
  return nothing;
}

const propertiesOf = (input: Json) => asObject(required(input, "properties"), "properties");
const nameOf = (input: Json) =>
  `${asOptionalText(input.idProperty, "idProperty") ?? ""}${asText(required(input, "id"), "id")}`;
