import type { AssociationType } from "../portal/association-types.ts";
import { inverseOf } from "../portal/associate.ts";
import { asObject, asOptionalText, asText, asWhole, required } from "../wire/read-json.ts";
import { conflict, invalid, notFound } from "../wire/refusal.ts";
import { typesOf } from "./associations.ts";
import { defineService, nothing, ok, type Call } from "./service.ts";

const MAX_LABELS = 10;

/** Labels that the account gave to associations (spec: associationsSchema.json). */
export const associationLabels = defineService({
  name: "Association labels",
  routes: {
    "GET /crm/associations/{version}/{fromType}/{toType}/labels": {
      operation: "List the ways two types can be associated",
      handle(call) {
        const { from, to } = typesOf(call);
        return ok({ results: call.portal.associationTypes.between(from.typeId, to.typeId).map(present) });
      },
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/labels": {
      operation: "Create a label, or a pair with inverseLabel",
      handle: create,
    },
    "PUT /crm/associations/{version}/{fromType}/{toType}/labels": {
      operation: "Rename a label",
      handle(call) {
        const { from, to } = typesOf(call);
        const body = asObject(call.body);
        const type = ownLabel(
          call,
          from.typeId,
          to.typeId,
          asWhole(required(body, "associationTypeId"), "associationTypeId"),
        );
        const inverse = inverseOf(call.portal, type);
        const label = asText(required(body, "label"), "label");
        const inverseLabel = asOptionalText(body.inverseLabel, "inverseLabel");
        call.portal.associationTypes.put({ ...type, label });
        if (inverse && inverse.typeId !== type.typeId) {
          const isPaired = inverse.label !== type.label;
          call.portal.associationTypes.put({ ...inverse, label: inverseLabel ?? (isPaired ? inverse.label : label) });
        }
        return nothing;
      },
    },
    "DELETE /crm/associations/{version}/{fromType}/{toType}/labels/{typeId}": {
      operation: "Delete a label",
      handle(call) {
        const { from, to } = typesOf(call);
        const type = ownLabel(call, from.typeId, to.typeId, Number(call.params.typeId));
        const inverse = inverseOf(call.portal, type);
        call.portal.associationTypes.remove(type);
        if (inverse && inverse.typeId !== type.typeId) call.portal.associationTypes.remove(inverse);
        return nothing;
      },
    },
  },
});

const present = ({ category, typeId, label }: AssociationType) => ({ category, typeId, label });

function create(call: Call) {
  const { from, to } = typesOf(call);
  const body = asObject(call.body);
  const name = asText(required(body, "name"), "name");
  const label = asText(required(body, "label"), "label");
  const inverseLabel = asOptionalText(body.inverseLabel, "inverseLabel");
  if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(name)) {
    throw invalid(
      `Association label name ${name} must start with a letter and hold only letters, digits and underscores`,
    );
  }
  if (label.trim() === "") throw invalid("label must not be empty");
  if (!call.portal.associationTypes.plain(from.typeId, to.typeId)) {
    throw invalid(`${from.name} and ${to.name} cannot be associated`);
  }
  const present_ = call.portal.associationTypes.between(from.typeId, to.typeId);
  const own = present_.filter((type) => type.category === "USER_DEFINED" && type.label !== null);
  if (own.some((type) => type.name === name))
    throw conflict(`An association label with the name ${name} already exists`);
  if (own.some((type) => type.label === label)) throw conflict(`An association label ${label} already exists`);
  if (own.length >= MAX_LABELS) {
    throw invalid(`The limit of ${MAX_LABELS} association labels between ${from.name} and ${to.name} is reached`);
  }
  const isSymmetric = from.typeId === to.typeId && inverseLabel === undefined;
  const typeId = call.portal.nextId("association");
  const inverseTypeId = isSymmetric ? typeId : call.portal.nextId("association");
  const category = "USER_DEFINED";
  const forward = { category, typeId, from: from.typeId, to: to.typeId, label, name, inverseTypeId } as const;
  call.portal.associationTypes.put(forward);
  if (isSymmetric) return ok({ results: [present(forward)] });
  const backward: AssociationType = {
    ...forward,
    typeId: inverseTypeId,
    from: to.typeId,
    to: from.typeId,
    label: inverseLabel ?? label,
    name: inverseLabel === undefined ? name : `${name}_inverse`,
    inverseTypeId: typeId,
  };
  call.portal.associationTypes.put(backward);
  return ok({ results: inverseLabel === undefined ? [present(forward)] : [present(forward), present(backward)] });
}

/** A label that the account made; HubSpot's own cannot be changed. */
function ownLabel(call: Call, from: string, to: string, typeId: number): AssociationType {
  const found = call.portal.associationTypes.between(from, to).find((type) => type.typeId === typeId && isOwn(type));
  if (found) return found;
  throw notFound(`Association label ${typeId} does not exist`);
}

const isOwn = (type: AssociationType) => type.category === "USER_DEFINED" && type.label !== null;
