import { Client } from "@hubspot/api-client";
import type { Fields } from "@keyline/domain";
import type { Log } from "../log.ts";
import { openAssociations, type Associations } from "./associations.ts";
import { completeCallback } from "./complete-callback.ts";
import { openDefinitions, type Definitions } from "./definitions.ts";
import type { Pacer, Priority } from "./pacer.ts";
import { openPeople, type People } from "./people.ts";
import { openPortalFacts, type PortalFacts } from "./portal-facts.ts";
import type { Readable } from "./record.ts";
import { openRecords, type Records } from "./records.ts";
import { createRequest, type Request, type Token } from "./request.ts";
import { hubSpotApi } from "./version.ts";

export interface HubSpotOptions {
  /** Default: HubSpot's public API. */
  baseUrl?: string;
  token: Token;
  pacer: Pacer;
  log: Log;
  random?: () => number;
  sleep?: (ms: number) => Promise<void>;
  now?: () => number;
}

/** One portal over HubSpot's API: paced, tried again, typed by the declarations. Every failure is a Problem. */
export interface HubSpot extends Pick<People, "owners" | "users">, PortalFacts {
  request: Request;
  /** The records of a declared object, or of one of HubSpot's by name, then with text in `raw` alone. */
  records<F extends Fields>(object: Readable<F>): Records<F>;
  records(object: string): Records<Fields>;
  associations: Associations;
  definitions: Definitions;
  /** Tells how a workflow action ended that made its workflow wait, in HubSpot's `outputFields`. */
  completeCallback(callbackId: string, outputFields: Readonly<Record<string, string>>): Promise<void>;
  /** The same portal for someone who waits: before bulk work, with fewer and shorter tries. */
  as(priority: Priority): HubSpot;
  /** Values that could not be parsed and were read as null, by `object.property`. */
  unreadable: ReadonlyMap<string, number>;
  /** Calls made since it was opened, repeats of a failed one not counted. */
  calls(): number;
}

export function openHubSpot(options: HubSpotOptions): HubSpot {
  const { baseUrl = hubSpotApi, token, pacer, log, random = Math.random, sleep = wait, now = Date.now } = options;
  const client = new Client({ basePath: baseUrl });
  const send = createRequest({ client, token, pacer, log, random, sleep });
  let calls = 0;
  const request: Request = (call) => {
    calls++;
    return send(call);
  };
  const unreadable = new Map<string, number>();
  const onUnreadable = (object: string, property: string) => {
    const name = `${object}.${property}`;
    const count = (unreadable.get(name) ?? 0) + 1;
    unreadable.set(name, count);
    if (count === 1) log.warn({ object, property }, "A value in HubSpot cannot be read as its field; taken as empty");
  };

  const withPriority = (priority: Priority): HubSpot => {
    const people = openPeople(request, { priority }, now);
    return {
      request: <T>(call: Parameters<Request>[0]) => request<T>({ priority, ...call }),
      records: <F extends Fields>(object: Readable<F> | string) =>
        openRecords(typeof object === "string" ? { name: object, fields: {} as F } : object, {
          request,
          priority,
          onUnreadable,
        }),
      associations: openAssociations(request, { priority }, now),
      definitions: openDefinitions(request, { priority }),
      owners: () => people.owners(),
      users: () => people.users(),
      completeCallback: completeCallback(request),
      ...openPortalFacts(request, { priority }, now),
      as: (other) => (other === "bulk" ? bulk : interactive),
      unreadable,
      calls: () => calls,
    };
  };
  const bulk = withPriority("bulk");
  const interactive = withPriority("interactive");
  return bulk;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
