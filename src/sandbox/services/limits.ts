import type { ObjectType } from "../types/index.ts";
import { MAX_TYPES } from "./define-type.ts";
import { defineService, ok, type Call } from "./service.ts";

const MAX_PROPERTIES = 1000;
const MAX_LABELS = 10;
const MAX_CUSTOM_RECORDS = 500_000;

/** How much of the account's limits is used (spec: limitsTracking.json). */
export const limits = defineService({
  name: "Limits",
  routes: {
    "GET /crm/limits/{version}/custom-object-types": {
      operation: "Custom object types: limit and usage",
      handle({ portal }) {
        const limit = portal.settings.tier === "enterprise" ? MAX_TYPES : 0;
        const usage = portal.types.custom().length;
        return ok({ limit, usage, percentage: share(usage, limit) });
      },
    },
    "GET /crm/limits/{version}/custom-properties": {
      operation: "Custom properties by type",
      handle(call) {
        const byObjectType = call.portal.types.all().map((type) => {
          const own = [...call.portal.properties.of(type).values()].filter(({ hubspotDefined }) => !hubspotDefined);
          return {
            ...named(type),
            limit: MAX_PROPERTIES,
            usage: own.length,
            percentage: share(own.length, MAX_PROPERTIES),
          };
        });
        return ok({ byObjectType, ...overall(byObjectType, MAX_PROPERTIES * byObjectType.length) });
      },
    },
    "GET /crm/limits/{version}/records": {
      operation: "Records by type",
      handle(call) {
        const usage = (type: ObjectType) => call.portal.records(type).liveIds.ids.length;
        const custom = call.portal.types.custom().map((type) => ({ ...named(type), usage: usage(type) }));
        const limit = 15_000_000;
        return ok({
          customObjectTypes: { byObjectType: custom, ...overall(custom, MAX_CUSTOM_RECORDS) },
          hubspotDefinedObjectTypes: call.portal.types
            .all()
            .filter((type) => !type.isCustom)
            .map((type) => ({ ...named(type), limit, usage: usage(type), percentage: share(usage(type), limit) })),
        });
      },
    },
    "GET /crm/limits/{version}/associations/labels": {
      operation: "Association labels by pair of types",
      handle: labelLimits,
    },
  },
});

const share = (usage: number, limit: number) => (limit === 0 ? 0 : Math.round((usage / limit) * 10_000) / 100);
const named = (type: ObjectType) => ({
  objectTypeId: type.typeId,
  singularLabel: type.labels.singular,
  pluralLabel: type.labels.plural,
});

function overall(byObjectType: { usage: number }[], overallLimit: number) {
  const overallUsage = byObjectType.reduce((sum, { usage }) => sum + usage, 0);
  return { overallLimit, overallUsage, overallPercentage: share(overallUsage, overallLimit) };
}

function labelLimits(call: Call) {
  const wanted = (name: string, type: ObjectType) => (call.query.get(name) ?? type.typeId) === type.typeId;
  const types = call.portal.types.all();
  const results = types.flatMap((from) =>
    types.flatMap((to) => {
      if (!wanted("fromObjectTypeId", from) || !wanted("toObjectTypeId", to)) return [];
      const labels = call.portal.associationTypes
        .between(from.typeId, to.typeId)
        .flatMap(({ category, label }) => (category === "USER_DEFINED" && label !== null ? [label] : []));
      if (labels.length === 0) return [];
      const usage = labels.length;
      return [
        {
          fromObjectType: named(from),
          toObjectType: named(to),
          allLabels: labels,
          limit: MAX_LABELS,
          usage,
          percentage: share(usage, MAX_LABELS),
        },
      ];
    }),
  );
  return ok({ results });
}
