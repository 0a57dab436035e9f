export type { Label, Pair, PairRefusal } from "./association-writes.ts";
export type { Associated, AssociationType, Associations, ObjectRef } from "./associations.ts";
export type { PacerStore } from "./pace-store.ts";
export type { Call } from "./call.ts";
export type {
  Definitions,
  PropertyChange,
  PropertyInput,
  SchemaInput,
  WireList,
  WireOption,
  WireProperty,
  WireSchema,
} from "./definitions.ts";
export { dealStanding, dealStandingExtra, stagesOf, type Stage } from "./deal-standing.ts";
export { dealTies, readDealTies, type DealsOf, type DealTies } from "./deals-of-companies.ts";
export { momentMs } from "./moment-ms.ts";
export { openOAuth, type OAuth, type OAuthApp } from "./oauth.ts";
export { openHubSpot, type HubSpot, type HubSpotOptions } from "./open-hubspot.ts";
export {
  createPacer,
  startingLimits,
  type Pacer,
  type PacerLimits,
  type PacerOptions,
  type Priority,
} from "./pacer.ts";
export type { Owner, User } from "./people.ts";
export type { Account, Pipeline } from "./portal-facts.ts";
export type { PastValue, RecordHistory } from "./read-history.ts";
export { pathName, type Readable, type ReadValues, type Rec, type WriteValues } from "./record.ts";
export type { NewAssociation, ReadOptions, Records, Write, Written } from "./records.ts";
export type { HubSpotError } from "./refusal.ts";
export type { Token } from "./request.ts";
export type { Filter, Operator, SearchQuery } from "./search.ts";
export { isSameSecret } from "./same-secret.ts";
export { checkSignatureV2, checkSignatureV3, signV2, signV3, type SignedParts } from "./signatures.ts";
export { openTokenVault, parseTokenKeys, type InstallTokens, type KeyedStore, type TokenVault } from "./token-vault.ts";
export { unlessUnavailable } from "./unless-unavailable.ts";
export { apiVersion, hubSpotApi } from "./version.ts";
