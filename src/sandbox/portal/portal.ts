import type { Collection, Ledger } from "../ledger/ledger.ts";
import type { ObjectType } from "../types/index.ts";
import { openAssociationTypes, type AssociationType, type AssociationTypes } from "./association-types.ts";
import { openLinks, type Links } from "./links.ts";
import type { Owner } from "./owner.ts";
import { openPipelines, presetPipelines, type Pipeline, type Pipelines } from "./pipelines.ts";
import type { Property, PropertyGroup } from "./property.ts";
import { openPropertyRegistry, type PropertyRegistry } from "./property-registry.ts";
import { openRecordTable, type RecordTable } from "./record-table.ts";
import type { PortalSettings } from "./settings.ts";
import type { StoredRecord } from "./stored-record.ts";
import { openTypeRegistry, type CustomType, type TypeRegistry } from "./type-registry.ts";

/** One HubSpot account. */
export interface Portal {
  readonly id: number;
  readonly settings: PortalSettings;
  readonly types: TypeRegistry;
  readonly properties: PropertyRegistry;
  readonly associationTypes: AssociationTypes;
  readonly links: Links;
  readonly pipelines: Pipelines;
  readonly owners: Collection<Owner>;
  records(type: ObjectType): RecordTable;
  /** Where the ids of merged-away records lead, by `typeId/id`. */
  readonly merged: Collection<string>;
  /** Another collection of this portal's, for a service that keeps something of its own. */
  collection<T>(name: string): Collection<T>;
  nextId(counter: Counter): number;
  now(): Date;
  /** Runs `work`; when it throws, its changes are undone. */
  transact<R>(work: () => R): R;
  /** Tells subscribers of webhooks, once the request stands. */
  emit(event: object): void;
  /** Whether somebody listens at all: telling costs. */
  isHeard(): boolean;
}

const firstIds = {
  record: 40_000_000_001,
  type: 30_100_001,
  association: 15,
  list: 1,
  owner: 70_000_001,
  stage: 90_000_001,
  rate: 1,
};
export type Counter = keyof typeof firstIds;

/** Opens a portal that the ledger knows; `settings` is read afresh at every use. */
export function openPortal(ledger: Ledger, id: number, settings: () => PortalSettings, now: () => Date): Portal {
  const collection = <T>(name: string) => ledger.collection<T>(`${id}/${name}`);
  const counters = collection<number>("counters");
  const tables = new Map<string, RecordTable>();
  const lag = { lagMs: () => settings().searchLagMs, clockMs: () => now().getTime() };
  return {
    id,
    get settings() {
      return settings();
    },
    types: openTypeRegistry(id, collection<CustomType>("types")),
    properties: openPropertyRegistry(collection<Property>("properties"), collection<PropertyGroup>("groups")),
    associationTypes: openAssociationTypes(collection<AssociationType>("association-types")),
    links: openLinks(collection<string>("links")),
    pipelines: openPipelines(collection<Pipeline>("pipelines")),
    owners: collection<Owner>("owners"),
    merged: collection<string>("merged"),
    records({ typeId }) {
      const found = tables.get(typeId);
      if (found) return found;
      const made = openRecordTable(collection<StoredRecord>(`records/${typeId}`), lag);
      tables.set(typeId, made);
      return made;
    },
    collection,
    nextId(counter) {
      const next = counters.get(counter) ?? firstIds[counter];
      counters.put(counter, next + 1);
      return next;
    },
    now,
    transact: (work) => ledger.transact(work),
    isHeard: () => ledger.isHeard(),
    emit: (event) => ledger.emit({ portalId: id, ...event }),
  };
}

/** Puts into a new portal what every account starts with. */
export function furnishPortal(portal: Portal): void {
  for (const [typeId, pipeline] of presetPipelines(portal.now().toISOString())) portal.pipelines.put(typeId, pipeline);
}
