/** Where traffic may depart from HubSpot's descriptions, each by name and with the reason. */
export interface Slip {
  name: string;
  why: string;
}

const slip = (name: string, why: string): Slip => ({ name, why });

/** Fields that a description requires in a request though HubSpot's guides leave them out, by schema. */
export const optionalInRequests: Record<string, readonly string[]> = {
  PublicObjectSearchRequest: ["after", "sorts", "query", "properties", "filterGroups", "limit"],
  SimplePublicObjectInputForCreate: ["associations"],
  SimplePublicObjectBatchInputForCreate: ["associations"],
  BatchReadInputSimplePublicObjectId: ["properties", "propertiesWithHistory"],
  BatchReadInputPropertyName: ["archived", "dataSensitivity"],
  ObjectSchemaEgg: [
    "allowsSensitiveProperties",
    "secondaryDisplayProperties",
    "searchableProperties",
    "requiredProperties",
  ],
  ObjectTypeDefinitionPatch: ["clearDescription"],
  ListSearchRequest: ["additionalProperties", "listIds", "offset", "processingTypes"],
  CallbackCompletionRequest: ["typedOutputs"],
  CallbackCompletionBatchRequest: ["typedOutputs"],
};

export const slips = {
  requiredInRequests: slip(
    "required-in-requests",
    "the required lists of request bodies are stricter than HubSpot itself",
  ),
  multiStatus: slip("207", "207 is described nowhere, although batch answers have errors and numErrors"),
  createdAs: slip("200-or-201", "creates of associations, properties and currencies say 200 where 2026-03 said 201"),
  oauthToken: slip("oauth-token", "oauth/token and token/revoke describe no success, introspect only `active`"),
  errorStatus: slip("error-status", "Error lacks `status`, which every error body has"),
  rateLimit: slip("429", "the body of a 429 is described nowhere"),
  sorts: slip("sorts", "sorts are described as strings; HubSpot's guide sends {propertyName, direction}"),
  nullLabel: slip("null-label", "the label of an unlabelled association type is null though not nullable"),
} as const;

/** What the descriptions allow by their generic paths and HubSpot does not; a success of these is a violation. */
export const impossible: readonly { method: string; path: RegExp; why: string }[] = [
  {
    method: "POST",
    path: /\/(feedback_submissions|0-19)(\/batch\/(create|update|upsert|archive))?$/,
    why: "feedback submissions are read-only",
  },
  { method: "PATCH", path: /\/(feedback_submissions|0-19)\/\d+$/, why: "feedback submissions are read-only" },
  {
    method: "DELETE",
    path: /\/crm\/objects\/[^/]+\/(feedback_submissions|0-19)\/\d+$/,
    why: "feedback submissions are read-only",
  },
  {
    method: "POST",
    path: /\/crm\/objects\/[^/]+\/(?!contacts\/|0-1\/)[^/]+\/gdpr-delete$/,
    why: "gdpr-delete is for contacts only",
  },
];
