import type { PropertyGroup } from "../portal/property.ts";
import { asObject, asText, asWhole, required } from "../wire/read-json.ts";
import { conflict, invalid, notFound } from "../wire/refusal.ts";
import { typeOf } from "./objects.ts";
import { created, defineService, nothing, ok, type Call } from "./service.ts";

/** Groups that properties stand in. */
export const propertyGroups = defineService({
  name: "Property groups",
  routes: {
    "GET /crm/properties/{version}/{objectType}/groups": {
      operation: "List",
      handle: (call) => ok({ results: call.portal.properties.groups(typeOf(call)) }),
    },
    "POST /crm/properties/{version}/{objectType}/groups": {
      operation: "Create",
      handle(call) {
        const type = typeOf(call);
        const body = asObject(call.body);
        const name = asText(required(body, "name"), "name");
        const label = asText(required(body, "label"), "label");
        if (!/^[a-z0-9_]+$/.test(name)) throw invalid(`Property group name ${name} is not valid`);
        if (find(call, name)) throw conflict(`Property group ${name} already exists`);
        const displayOrder = body.displayOrder === undefined ? -1 : asWhole(body.displayOrder, "displayOrder");
        const group: PropertyGroup = { name, label, displayOrder, archived: false };
        call.portal.properties.putGroup(type, group);
        return created(group);
      },
    },
    "GET /crm/properties/{version}/{objectType}/groups/{name}": {
      operation: "Read",
      handle: (call) => ok(need(call)),
    },
    "PATCH /crm/properties/{version}/{objectType}/groups/{name}": {
      operation: "Update",
      handle(call) {
        const body = asObject(call.body);
        const group = need(call);
        const next: PropertyGroup = {
          ...group,
          label: body.label === undefined ? group.label : asText(body.label, "label"),
          displayOrder:
            body.displayOrder === undefined ? group.displayOrder : asWhole(body.displayOrder, "displayOrder"),
        };
        call.portal.properties.putGroup(typeOf(call), next);
        return ok(next);
      },
    },
    "DELETE /crm/properties/{version}/{objectType}/groups/{name}": {
      operation: "Archive an empty group",
      handle(call) {
        const type = typeOf(call);
        const group = need(call);
        const isUsed = [...call.portal.properties.of(type).values()].some(({ groupName }) => groupName === group.name);
        if (isUsed) throw invalid(`Property group ${group.name} still has properties`);
        call.portal.properties.removeGroup(type, group.name);
        return nothing;
      },
    },
  },
});

const find = (call: Call, name: string) =>
  call.portal.properties.groups(typeOf(call)).find((group) => group.name === name);

function need(call: Call): PropertyGroup {
  const group = find(call, call.params.name!);
  if (group) return group;
  throw notFound(`Property group ${call.params.name!} does not exist`);
}
