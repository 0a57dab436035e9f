import { purgeRecord } from "../portal/archive-record.ts";
import { findRecord } from "../portal/find-record.ts";
import { tell } from "../portal/tell.ts";
import { asObject, asOptionalText, asText, required } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { writableType } from "./objects.ts";
import { defineService, nothing } from "./service.ts";

/** A contact forgotten for good, as privacy laws want it. The spec's path takes any type; HubSpot only does it for contacts. */
export const gdpr = defineService({
  name: "Privacy deletion",
  routes: {
    "POST /crm/objects/{version}/{objectType}/gdpr-delete": {
      operation: "Delete a contact for good, by id or e-mail",
      handle(call) {
        const type = writableType(call);
        if (type.name !== "contacts")
          throw invalid(`GDPR deletion is only available for contacts, not for ${type.name}`);
        const body = asObject(call.body);
        const id = asText(required(body, "objectId"), "objectId");
        const idProperty = asOptionalText(body.idProperty, "idProperty");
        const record =
          findRecord(call.portal, type, id, { idProperty }) ??
          findRecord(call.portal, type, id, { idProperty, archived: true });
        if (!record) return nothing;
        purgeRecord(call.portal, type, record.id);
        tell(call.portal, type, call.source, {
          subscriptionType: "contact.privacyDeletion",
          objectId: Number(record.id),
          changeFlag: "DELETED",
        });
        return nothing;
      },
    },
  },
});
