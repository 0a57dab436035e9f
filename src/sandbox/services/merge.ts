import { needRecord } from "../portal/find-record.ts";
import { mergeRecords } from "../portal/merge-records.ts";
import { presentWritten } from "../portal/present.ts";
import { asObject, asText, required } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { writableType } from "./objects.ts";
import { defineService, ok } from "./service.ts";

/** Two records made one. */
export const merge = defineService({
  name: "Merge",
  routes: {
    "POST /crm/objects/{version}/{objectType}/merge": {
      operation: "Merge two records; old ids lead to the survivor",
      handle(call) {
        const type = writableType(call);
        if (!type.isMergeable) throw invalid(`${type.labels.plural} cannot be merged`);
        const body = asObject(call.body);
        const find = (name: string) => needRecord(call.portal, type, asText(required(body, name), name));
        const primary = find("primaryObjectId");
        const other = find("objectIdToMerge");
        if (primary.id === other.id) throw invalid(`${type.singular} ${primary.id} cannot be merged with itself`);
        return ok(presentWritten(mergeRecords(call.portal, type, primary, other, call.source)));
      },
    },
  },
});
