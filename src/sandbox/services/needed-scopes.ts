import type { Portal } from "../portal/portal.ts";
import type { ObjectType } from "../types/index.ts";
import { Refusal } from "../wire/refusal.ts";

/** Sets of scopes, each of which is enough (the `security` of the operations in HubSpot's descriptions). */
type Enough = string[][];
type Rule = (portal: Portal, params: Record<string, string>, isRead: boolean) => Enough;

const right = (isRead: boolean) => (isRead ? "read" : "write");

// Activities go by the contacts' scopes; feedback and the product library want two at once.
function objectScopes({ name, isCustom }: ObjectType, isRead: boolean): Enough {
  const may = right(isRead);
  if (isCustom) return [[`crm.objects.custom.${may}`]];
  switch (name) {
    case "tickets":
      return [["tickets"]];
    case "products":
    case "line_items":
      return [[`crm.objects.${name}.${may}`, "e-commerce"]];
    case "feedback_submissions":
      return [["crm.objects.contacts.read", "crm.objects.feedback_submissions.read"]];
    case "companies":
    case "contacts":
    case "deals":
    case "users":
      return [[`crm.objects.${name}.${may}`]];
    default:
      return [[`crm.objects.contacts.${may}`]];
  }
}

/** Definitions are read with any right to the records, and written with the right to the schema. */
function schemaScopes(type: ObjectType, isRead: boolean): Enough {
  const name = type.isCustom ? "custom" : schemaNames[type.name] ? type.name : "contacts";
  const own = [[`crm.schemas.${name}.${right(isRead)}`]];
  if (isRead) return [...own, ...objectScopes(type, true), ...objectScopes(type, false)];
  return ["tickets", "users"].includes(type.name) ? objectScopes(type, false) : own;
}
const schemaNames: Record<string, true> = { companies: true, contacts: true, deals: true, line_items: true };

const ofObject: Rule = (portal, params, isRead) =>
  within(portal, params.objectType, (type) => objectScopes(type, isRead));
const ofSchema: Rule = (portal, params, isRead) =>
  within(portal, params.objectType, (type) => schemaScopes(type, isRead));

/** Both types must be open to the app: the one it starts from for writing, the other at least for reading. */
const ofPair: Rule = (portal, params, isRead) =>
  within(portal, params.fromType, (from) =>
    within(portal, params.toType, (to) =>
      objectScopes(from, isRead).flatMap((one) => objectScopes(to, true).map((other) => [...one, ...other])),
    ),
  );

const rules: readonly [path: RegExp, rule: Rule][] = [
  [/^\/account-info\/|^\/appinstalls\//, () => [["oauth"]]],
  [/^\/automation\//, () => [["automation"]]],
  [/^\/settings\/currencies\//, (_portal, _params, isRead) => [[`settings.currencies.${right(isRead)}`]]],
  [/^\/crm\/owners\//, () => [["crm.objects.owners.read"]]],
  [
    /^\/crm\/lists\//,
    (_portal, _params, isRead) => (isRead ? [["crm.lists.read"]] : [["crm.lists.read", "crm.lists.write"]]),
  ],
  [/^\/crm\/limits\/.*custom-object-types$/, () => customScopes(["objects", "schemas"], ["read", "write"])],
  [
    /^\/crm-object-schemas\//,
    (_portal, _params, isRead) => customScopes(isRead ? ["objects", "schemas"] : ["schemas"], [right(isRead)]),
  ],
  [/^\/crm\/(properties|pipelines)\//, ofSchema],
  [/^\/crm\/associations\/|\/associations\//, ofPair],
  [/^\/crm\/objects\//, ofObject],
];

const customScopes = (kinds: string[], rights: string[]): Enough =>
  kinds.flatMap((kind) => rights.map((may) => [`crm.${kind}.custom.${may}`]));

/** POSTs that only look. */
const LOOKING = /\/(search|batch\/read)$/;

/** Throws HubSpot's 403 when the app was granted none of the sets of scopes that the call needs. */
export function refuseWithoutScopes(
  portal: Portal,
  granted: readonly string[],
  call: { method: string; path: string; params: Record<string, string> },
): void {
  const rule = rules.find(([path]) => path.test(call.path))?.[1];
  if (!rule) return;
  const isRead = call.method === "GET" || LOOKING.test(call.path);
  const enough = rule(portal, call.params, isRead);
  if (enough.length === 0 || enough.some((set) => set.every((scope) => granted.includes(scope)))) return;
  throw new Refusal(
    403,
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      category: "MISSING_SCOPES",
      errors: [
        {
          message: "One or more of the following scopes are required.",
          context: { requiredGranularScopes: [...new Set(enough.flat())] },
        },
      ],
    },
  );
}

/** A type that is not there is the route's own refusal, not a question of scopes. */
function within(portal: Portal, name: string | undefined, scopes: (type: ObjectType) => Enough): Enough {
  const type = name === undefined ? undefined : portal.types.find(name);
  return type ? scopes(type) : [];
}
