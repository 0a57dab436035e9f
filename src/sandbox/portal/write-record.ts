import type { ObjectType } from "../types/index.ts";
import { invalid, invalidValues, Refusal } from "../wire/refusal.ts";
import { calculatedValues } from "./calculated-values.ts";
import { isoText, momentMs } from "./moment-text.ts";
import { checkPipeline } from "./check-pipeline.ts";
import type { Portal } from "./portal.ts";
import type { Property } from "./property.ts";
import { associate } from "./associate.ts";
import { countConversation } from "./counted-associations.ts";
import { findRecord } from "./find-record.ts";
import { withValues, type Source, type StoredRecord } from "./stored-record.ts";
import { readValue } from "./values.ts";
import { tellCreated, tellChanged } from "./tell.ts";

/** Who writes, and whether the write is one of a batch: HubSpot words a clash of unique values differently there. */
export interface Writer {
  source: Source;
  isBatch?: boolean;
  /** People's own doors (the interface, HR systems) fill what apps cannot. */
  mayWriteReadOnly?: boolean;
}

/** Makes a record, or refuses as HubSpot does. */
export function createRecord(portal: Portal, type: ObjectType, properties: Record<string, unknown>, writer: Writer) {
  const values = { ...type.presetValues, ...readValues(portal, type, properties, undefined, writer) };
  const ms = portal.now().getTime();
  const id = String(portal.nextId("record"));
  const at = isoText(ms);
  const record: StoredRecord = {
    id,
    createdMs: momentMs(values[type.createdProperty] ?? "") ?? ms,
    updatedMs: ms,
    source: writer.source,
    values: {
      hs_object_source: writer.source.type,
      hs_object_source_id: writer.source.id,
      ...(values.hubspot_owner_id ? { hubspot_owner_assigneddate: at } : {}),
      ...filled(values),
      hs_object_id: id,
      hs_createdate: values[type.createdProperty] || at,
      [type.createdProperty]: values[type.createdProperty] || at,
      [type.modifiedProperty]: at,
      hs_lastmodifieddate: at,
    },
  };
  const whole = {
    ...record,
    values: { ...record.values, ...filled(calculatedValues(portal, type, record.values, at)) },
  };
  checkRequired(portal, type, whole.values);
  checkWriteRules(portal, type, whole.values);
  checkUnique(portal, type, whole, Object.keys(values), writer);
  portal.records(type).put(whole);
  tellCreated(portal, type, whole, Object.keys(values), writer.source);
  followCompany(portal, type, whole, values, writer);
  return portal.records(type).get(whole.id)!;
}

/** Changes a record, or refuses as HubSpot does; the same record comes back when nothing really changes. */
export function updateRecord(
  portal: Portal,
  type: ObjectType,
  record: StoredRecord,
  properties: Record<string, unknown>,
  writer: Writer,
): StoredRecord {
  const values = readValues(portal, type, properties, record, writer);
  const ms = portal.now().getTime();
  const change = { ms, source: writer.source };
  const asked = withValues(record, values, change);
  checkWriteRules(portal, type, asked.values);
  if (asked === record) return record;
  checkRequired(portal, type, asked.values, Object.keys(values));
  checkUnique(portal, type, asked, Object.keys(values), writer);
  const at = isoText(ms);
  const ownerMoved = asked.values.hubspot_owner_id !== record.values.hubspot_owner_id;
  const calculated = withValues(asked, calculatedValues(portal, type, asked.values, at, record.values), {
    ms,
    source: { type: "CALCULATED", id: "calculated" },
  });
  const whole = {
    ...calculated,
    values: {
      ...calculated.values,
      ...(ownerMoved ? { hubspot_owner_assigneddate: at } : {}),
      [type.modifiedProperty]: at,
      hs_lastmodifieddate: at,
    },
  };
  portal.records(type).put(whole);
  tellChanged(portal, type, record, whole, writer.source);
  followCompany(portal, type, whole, values, writer);
  if (asked.values.hs_timestamp !== record.values.hs_timestamp) {
    countConversation(portal, { typeId: type.typeId, id: whole.id });
  }
  return portal.records(type).get(whole.id)!;
}

/** Writing a contact's `associatedcompanyid` makes that company its primary one. */
function followCompany(
  portal: Portal,
  type: ObjectType,
  record: StoredRecord,
  values: Record<string, string>,
  writer: Writer,
): void {
  const companyId = values.associatedcompanyid;
  if (type.name !== "contacts" || !companyId) return;
  const company = findRecord(portal, portal.types.named("companies"), companyId);
  if (!company) throw invalid(`Company ${companyId} does not exist`);
  const primary = portal.associationTypes.get({ category: "HUBSPOT_DEFINED", typeId: 1 })!;
  associate(
    portal,
    { typeId: type.typeId, id: record.id },
    { typeId: "0-2", id: company.id },
    [primary],
    writer.source,
  );
}

function readValues(
  portal: Portal,
  type: ObjectType,
  properties: Record<string, unknown>,
  record: StoredRecord | undefined,
  writer: Writer,
): Record<string, string> {
  const known = portal.properties.of(type);
  const problems: { name: string; code: string; message: string }[] = [];
  const values: Record<string, string> = {};
  for (const [name, raw] of Object.entries(properties)) {
    const property = known.get(name);
    if (!property) {
      problems.push({ name, code: "PROPERTY_DOESNT_EXIST", message: `Property "${name}" does not exist` });
      continue;
    }
    if (isReadOnly(property) && !(writer.mayWriteReadOnly && !BOOKKEPT.has(name))) {
      problems.push({
        name,
        code: "READ_ONLY_VALUE",
        message: `"${name}" is a read only property; its value cannot be set.`,
      });
      continue;
    }
    const reading = readValue(property, raw, record?.values[name], {
      isOwner: (id) => portal.owners.get(id) !== undefined,
    });
    if ("value" in reading) values[name] = reading.value;
    else problems.push({ name, ...reading });
  }
  problems.push(...checkPipeline(portal, type, values, record?.values));
  if (problems.length > 0) throw invalidValues(problems);
  return values;
}

const BOOKKEPT = new Set(["hs_object_id", "hs_createdate", "hs_lastmodifieddate", "lastmodifieddate"]);
const isReadOnly = (property: Property) => property.modificationMetadata.readOnlyValue || property.calculated;

const filled = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== ""));

function checkRequired(portal: Portal, type: ObjectType, values: Record<string, string>, touched?: string[]): void {
  const missing = type.requiredProperties.filter(
    (name) => values[name] === undefined && (touched === undefined || touched.includes(name)),
  );
  if (missing.length === 0) return;
  const what = type.isCustom ? portal.types.fullyQualifiedName(type) : type.singular.toUpperCase();
  const message = `Error ${touched ? "updating" : "creating"} ${what}. Some required properties were not set.`;
  throw invalid(
    message,
    missing.map((name) => ({
      message: `Required property "${name}" was not set`,
      code: "REQUIRED_PROPERTY_MISSING",
      context: { propertyName: [name] },
    })),
    { properties: missing },
  );
}

/** Rules that an administrator set for people hold for API writes too (HubSpot, 2026-09). */
function checkWriteRules(portal: Portal, type: ObjectType, values: Record<string, string>): void {
  const broken = portal.settings.writeRules.filter(
    (rule) =>
      portal.types.find(rule.objectType)?.typeId === type.typeId &&
      values[rule.when.property] === rule.when.value &&
      !values[rule.requires],
  );
  if (broken.length === 0) return;
  throw invalidValues(
    broken.map(({ when, requires }) => ({
      name: requires,
      code: "CONDITIONALLY_REQUIRED_PROPERTY_MISSING",
      message: `Property "${requires}" is required when "${when.property}" is "${when.value}"`,
    })),
  );
}

/** Refuses a record whose value of a unique property a live record holds; one in the bin holds none. */
export function checkUnique(
  portal: Portal,
  type: ObjectType,
  record: StoredRecord,
  touched: string[],
  writer: Pick<Writer, "isBatch">,
): void {
  const known = portal.properties.of(type);
  for (const name of touched) {
    const value = record.values[name];
    if (value === undefined || !known.get(name)?.hasUniqueValue) continue;
    const holder = portal.records(type).holder(name, value);
    if (!holder || holder.id === record.id) continue;
    if (type.name === "contacts" && name === "email") {
      throw new Refusal(409, `Contact already exists. Existing ID: ${holder.id}`, { category: "CONFLICT" });
    }
    throw new Refusal(
      writer.isBatch ? 400 : 409,
      `Cannot set PropertyValueCoordinates{portalId=${portal.id}, objectTypeId=${type.typeId}, propertyName=${name}, value=${value}} on ${record.id}. ${holder.id} already has that value.`,
      {
        category: writer.isBatch ? "VALIDATION_ERROR" : "CONFLICT",
        errors: [
          {
            message: `${holder.id} already has the value "${value}" of ${name}`,
            code: "CONFLICTING_UNIQUE_VALUE",
            context: { propertyName: [name], existingObjectId: [holder.id] },
          },
        ],
      },
    );
  }
}
