import { z } from "zod";

const fieldDefinition = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9_]*$/),
  type: z.enum(["string", "number", "bool", "enumeration", "date", "datetime"]),
  fieldType: z.string(),
  referencedObjectType: z.literal("OWNER").optional(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
});

/**
 * An action in HubSpot's workflows and for its agents. Shapes after the component `workflow-action`
 * (HubSpot/hubspot-project-components); `path` is where the backend answers it.
 */
export const workflowAction = z.strictObject({
  uid: z.string().min(4),
  path: z.string().startsWith("/"),
  clients: z.array(z.enum(["WORKFLOWS", "AGENTS"])).min(1),
  inputFields: z.array(
    z.strictObject({
      typeDefinition: fieldDefinition,
      supportedValueTypes: z.array(z.enum(["STATIC_VALUE", "OBJECT_PROPERTY"])).min(1),
      isRequired: z.boolean(),
    }),
  ),
  outputFields: z.array(z.strictObject({ typeDefinition: fieldDefinition })),
  /** Which text HubSpot shows for how a run ended: the first rule whose conditions the outputs fulfil (spec: PublicExecutionTranslationRule). */
  executionRules: z.array(z.strictObject({ labelName: z.string(), conditions: z.record(z.string(), z.string()) })),
  labels: z.record(
    z.string(),
    z.strictObject({
      actionName: z.string(),
      actionDescription: z.string(),
      actionCardContent: z.string(),
      inputFieldLabels: z.record(z.string(), z.string()),
      inputFieldDescriptions: z.record(z.string(), z.string()),
      outputFieldLabels: z.record(z.string(), z.string()).optional(),
      executionRules: z.record(z.string(), z.string()),
    }),
  ),
  objectTypes: z.array(z.string()).min(1),
});
export type WorkflowAction = z.infer<typeof workflowAction>;
