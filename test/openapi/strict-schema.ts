import { optionalInRequests } from "./slips.ts";

export type Schema = { [key: string]: unknown };

/**
 * An OpenAPI schema as JSON Schema that refuses unknown fields: `nullable` becomes a type, `example` noise goes, objects
 * with named fields are closed. `isRequest` relaxes the required fields that are slips.
 */
export function strictSchemas(components: Record<string, Schema>, isRequest: boolean): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(components).map(([name, schema]) => [name, strict(schema, isRequest, name)]),
  );
}

export function strict(raw: Schema, isRequest: boolean, name?: string): Schema {
  const schema: Schema = {};
  for (const [key, value] of Object.entries(raw)) {
    if (key === "example" || key === "nullable" || key === "default" || key.startsWith("x-")) continue;
    schema[key] = converted(key, value, isRequest);
  }
  if (raw.oneOf) {
    // Variants overlap where a description leaves the telling field open: one that fits is enough.
    schema.anyOf = schema.oneOf;
    delete schema.oneOf;
  }
  const fields = raw.properties as Record<string, unknown> | undefined;
  const hasFields = fields !== undefined && Object.keys(fields).length > 0;
  if (hasFields && raw.additionalProperties === undefined) schema.additionalProperties = false;
  const optional = (isRequest && name && optionalInRequests[name]) || [];
  if (Array.isArray(schema.required))
    schema.required = schema.required.filter((field) => !optional.includes(String(field)));
  if (name === "Error" || name === "StandardError") schema.additionalProperties = true;
  if (name === "PublicObjectSearchRequest") allowSortObjects(schema);
  if (name === "AssociationSpecWithLabel") allowNullLabel(schema);
  return raw.nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}

function converted(key: string, value: unknown, isRequest: boolean): unknown {
  if (key === "properties") {
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([name, each]) => [name, strict(each, isRequest)]),
    );
  }
  if (key === "items" || (key === "additionalProperties" && typeof value === "object")) {
    return strict(value as Schema, isRequest);
  }
  if (key === "oneOf" || key === "allOf" || key === "anyOf")
    return (value as Schema[]).map((each) => strict(each, isRequest));
  return value;
}

function allowSortObjects(schema: Schema): void {
  const properties = schema.properties as Record<string, Schema>;
  const sort = {
    type: "object",
    required: ["propertyName"],
    properties: { propertyName: { type: "string" }, direction: { enum: ["ASCENDING", "DESCENDING"] } },
    additionalProperties: false,
  };
  properties.sorts = { type: "array", items: { anyOf: [{ type: "string" }, sort] } };
}

function allowNullLabel(schema: Schema): void {
  const properties = schema.properties as Record<string, Schema>;
  properties.label = { type: ["string", "null"] };
}
