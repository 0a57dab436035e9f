import { accountInfo } from "./account-info.ts";
import { associationLabels } from "./association-labels.ts";
import { associations } from "./associations.ts";
import { objectBatches } from "./objects-batch.ts";
import { objects } from "./objects.ts";
import { owners } from "./owners.ts";
import { properties } from "./properties.ts";
import { propertyGroups } from "./property-groups.ts";
import { schemas } from "./schemas.ts";
import { search } from "./search.ts";
import { callbacks } from "./callbacks.ts";
import { currencies } from "./currencies.ts";
import { gdpr } from "./gdpr.ts";
import { limits } from "./limits.ts";
import { listMemberships } from "./list-memberships.ts";
import { lists } from "./lists.ts";
import { merge } from "./merge.ts";
import { oauth } from "./oauth.ts";
import { pipelines } from "./pipelines.ts";
import type { Service } from "./service.ts";

/** Everything of HubSpot that the sandbox serves. A new service is a file here and a line in this list. */
export const services: readonly Service[] = [
  accountInfo,
  schemas,
  properties,
  propertyGroups,
  objects,
  objectBatches,
  search,
  associations,
  associationLabels,
  merge,
  gdpr,
  owners,
  pipelines,
  lists,
  listMemberships,
  limits,
  currencies,
  callbacks,
  oauth,
];
