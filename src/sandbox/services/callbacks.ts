import { asObject, asText, required, type Json } from "../wire/read-json.ts";
import { readInputs } from "./batch.ts";
import { defineService, nothing, type Call } from "./service.ts";

/** A workflow action that was blocked and is told how it ended. */
export interface Completion {
  callbackId: string;
  outputFields: Json;
  at: string;
}

/** Completes workflow actions that answered BLOCK (spec: actionsV4.json). */
export const callbacks = defineService({
  name: "Workflow callbacks",
  routes: {
    "POST /automation/actions/callbacks/{version}/complete": {
      operation: "Complete several",
      handle(call) {
        for (const input of readInputs(call.body))
          complete(call, asText(required(input, "callbackId"), "callbackId"), input);
        return nothing;
      },
    },
    "POST /automation/actions/callbacks/{version}/{callbackId}/complete": {
      operation: "Complete one",
      handle(call) {
        complete(call, call.params.callbackId!, asObject(call.body));
        return nothing;
      },
    },
  },
});

function complete(call: Call, callbackId: string, body: Json): void {
  const outputFields = asObject(required(body, "outputFields"), "outputFields");
  const at = call.portal.now().toISOString();
  call.portal.collection<Completion>("completions").put(callbackId, { callbackId, outputFields, at });
}
