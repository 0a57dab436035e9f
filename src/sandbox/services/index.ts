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
  owners,
];
