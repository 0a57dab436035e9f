import type { Call } from "./call.ts";
import { remember } from "./remember.ts";
import type { Request } from "./request.ts";
import { countMatches } from "./search.ts";
import { apiVersion } from "./version.ts";

/** The account behind the token (spec: PortalInformationResponse). */
export interface Account {
  portalId: number;
  timeZone: string;
  /** The company's currency, as ISO 4217. */
  currency: string;
  additionalCurrencies: string[];
  accountType: string;
  /** Where the account's pages are: `app.hubspot.com`, `app-eu1.hubspot.com`. */
  uiDomain: string;
}

/** A pipeline with its stages in order (spec: Pipeline). */
export interface Pipeline {
  id: string;
  label: string;
  stages: { id: string; label: string; isClosed: boolean; isWon: boolean; probability: number | null }[];
}

export interface PortalFacts {
  account(): Promise<Account>;
  /** Of deals, tickets or any object with pipelines. */
  pipelines(object: string): Promise<Pipeline[]>;
  /** Type ids of the account's custom objects by their short name: `check_in` is `2-1234`. */
  customTypeIds(): Promise<ReadonlyMap<string, string>>;
  /** Whether the account has a record of this object at all. A search, remembered: the very first one may be missed. */
  hasAny(object: string): Promise<boolean>;
}

const rememberMs = 5 * 60_000;

interface WireAccount {
  portalId: number;
  timeZone: string;
  companyCurrency: string;
  additionalCurrencies: string[];
  accountType: string;
  uiDomain: string;
}

interface WirePipeline {
  id: string;
  label: string;
  displayOrder: number;
  archived: boolean;
  stages: { id: string; label: string; displayOrder: number; metadata: Record<string, string>; archived: boolean }[];
}

/** Spec: ObjectSchema, as far as it is read here. */
interface WireType {
  name: string;
  objectTypeId: string;
}

export function openPortalFacts(
  request: Request,
  withPriority: Required<Pick<Call, "priority">>,
  now: () => number,
): PortalFacts {
  const accounts = remember<Account>(rememberMs, now);
  const pipelines = remember<Pipeline[]>(rememberMs, now);
  const typeIds = remember<ReadonlyMap<string, string>>(rememberMs, now);
  const filled = remember<boolean>(rememberMs, now);
  return {
    account: () =>
      accounts.get("account", async () => {
        const path = `/account-info/${apiVersion}/details`;
        const { companyCurrency, ...wire } = await request<WireAccount>({ method: "GET", path, ...withPriority });
        return {
          portalId: wire.portalId,
          timeZone: wire.timeZone,
          currency: companyCurrency,
          additionalCurrencies: wire.additionalCurrencies,
          accountType: wire.accountType,
          uiDomain: wire.uiDomain,
        };
      }),
    pipelines: (object) =>
      pipelines.get(object, async () => {
        const path = `/crm/pipelines/${apiVersion}/${object}`;
        const { results } = await request<{ results: WirePipeline[] }>({ method: "GET", path, ...withPriority });
        return inOrder(results).map(toPipeline);
      }),
    customTypeIds: () =>
      typeIds.get("all", async () => {
        const path = `/crm-object-schemas/${apiVersion}/schemas`;
        const query = { includePropertyDefinitions: false, includeAssociationDefinitions: false };
        const { results } = await request<{ results: WireType[] }>({ method: "GET", path, query, ...withPriority });
        return new Map(results.map(({ name, objectTypeId }) => [name, objectTypeId]));
      }),
    hasAny: (object) =>
      filled.get(object, async () => {
        const count = await countMatches(request, { name: object, fields: {} }, object, [], withPriority.priority);
        return count > 0;
      }),
  };
}

function toPipeline({ id, label, stages }: WirePipeline): Pipeline {
  return { id, label, stages: inOrder(stages).map(toStage) };
}

/** Deals close at probability 1 (won) or 0 (lost); tickets say `ticketState` (docs: pipelines). */
function toStage({ id, label, metadata }: WirePipeline["stages"][number]): Pipeline["stages"][number] {
  const probability = metadata["probability"] === undefined ? null : Number(metadata["probability"]);
  const isClosed = metadata["isClosed"] === "true" || metadata["ticketState"] === "CLOSED";
  return { id, label, isClosed, isWon: isClosed && probability === 1, probability };
}

function inOrder<T extends { displayOrder: number }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.displayOrder - b.displayOrder);
}
