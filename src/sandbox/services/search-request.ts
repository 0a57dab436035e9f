import { momentMs } from "../portal/moment-text.ts";
import type { Portal } from "../portal/portal.ts";
import type { Property } from "../portal/property.ts";
import type { Filter, Sort } from "../portal/find-matches.ts";
import type { ObjectType } from "../types/index.ts";
import { asList, asObject, asText, required } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";

const MAX_GROUPS = 5;
const MAX_FILTERS_A_GROUP = 6;
const MAX_FILTERS = 18;

const oneValue = ["EQ", "NEQ", "LT", "LTE", "GT", "GTE", "CONTAINS_TOKEN", "NOT_CONTAINS_TOKEN", "BETWEEN"];
const manyValues = ["IN", "NOT_IN"];
const noValue = ["HAS_PROPERTY", "NOT_HAS_PROPERTY"];
const operators = [...oneValue, ...manyValues, ...noValue];

/** The filter groups of a search, within HubSpot's limits, every property known and every value of its type. */
export function readFilterGroups(portal: Portal, type: ObjectType, raw: unknown): Filter[][] {
  const groups = asList(raw, "filterGroups").map((group) =>
    asList(required(asObject(group, "filter group"), "filters"), "filters").map((each) =>
      readFilter(portal, type, each),
    ),
  );
  if (groups.length > MAX_GROUPS)
    throw invalid(`At most ${MAX_GROUPS} filterGroups are allowed, found ${groups.length}`);
  const largest = Math.max(0, ...groups.map((group) => group.length));
  if (largest > MAX_FILTERS_A_GROUP) {
    throw invalid(`At most ${MAX_FILTERS_A_GROUP} filters are allowed in a filterGroup, found ${largest}`);
  }
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  if (total > MAX_FILTERS) throw invalid(`At most ${MAX_FILTERS} filters are allowed in all, found ${total}`);
  return groups;
}

function readFilter(portal: Portal, type: ObjectType, raw: unknown): Filter {
  const filter = asObject(raw, "filter");
  const propertyName = asText(required(filter, "propertyName"), "propertyName");
  const operator = asText(required(filter, "operator"), "operator");
  if (!operators.includes(operator)) throw invalid(`Invalid operator: ${operator}`);
  const property = propertyOf(portal, type, propertyName);
  const values = manyValues.includes(operator)
    ? asList(required(filter, "values"), "values").map((each) => asText(each, "values"))
    : noValue.includes(operator)
      ? []
      : [asText(required(filter, "value"), "value")];
  if (manyValues.includes(operator) && values.length === 0) throw invalid(`${operator} needs values`);
  if (operator === "BETWEEN") values.push(asText(required(filter, "highValue"), "highValue"));
  for (const value of values) checkValue(property, operator, value);
  return { propertyName, property, operator: operator as Filter["operator"], values };
}

/** `associations.company` filters by associated record (HubSpot's guide); everything else is a property. */
function propertyOf(portal: Portal, type: ObjectType, name: string): Property | undefined {
  if (name.startsWith("associations.")) {
    if (portal.types.find(name.slice("associations.".length))) return undefined;
    throw invalid(`There was a problem with the request: unknown object type in ${name}`);
  }
  const property = portal.properties.find(type, name);
  if (property) return property;
  throw invalid(`There was a problem with the request: property ${name} does not exist on ${type.name}`, [
    { message: `property ${name} does not exist`, code: "PROPERTY_DOESNT_EXIST", context: { propertyName: [name] } },
  ]);
}

function checkValue(property: Property | undefined, operator: string, value: string): void {
  const wantsNumber = property?.type === "number";
  const wantsMoment = property?.type === "date" || property?.type === "datetime";
  const wrong = (wantsNumber && !isNumber(value)) || (wantsMoment && momentMs(value) === undefined);
  if (wrong) throw invalid(`${value} is not a valid ${property.type} value for ${operator} on ${property.name}`);
}

const isNumber = (value: string) => value.trim() !== "" && !Number.isNaN(Number(value));

/** HubSpot sorts by one property; a plain name means ascending, `-name` descending. */
export function readSort(portal: Portal, type: ObjectType, raw: unknown): Sort | undefined {
  const sorts = asList(raw, "sorts");
  if (sorts.length > 1) throw invalid(`At most 1 sort is allowed, found ${sorts.length}`);
  if (sorts.length === 0) return undefined;
  const [propertyName, isDescending] = typeof sorts[0] === "string" ? fromText(sorts[0]) : fromObject(sorts[0]);
  const property = propertyOf(portal, type, propertyName);
  return { propertyName, property, isDescending };
}

const fromText = (sort: string): [string, boolean] => (sort.startsWith("-") ? [sort.slice(1), true] : [sort, false]);

function fromObject(raw: unknown): [string, boolean] {
  const sort = asObject(raw, "sort");
  const direction = sort.direction ?? "ASCENDING";
  if (direction !== "ASCENDING" && direction !== "DESCENDING") throw invalid(`Invalid direction: ${String(direction)}`);
  return [asText(required(sort, "propertyName"), "propertyName"), direction === "DESCENDING"];
}
