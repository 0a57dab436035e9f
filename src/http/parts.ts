import type { Log } from "../log.ts";
import type { Now } from "../clock.ts";
import type { Books, KeptCandidates } from "../portfolio/index.ts";
import type { Portals } from "../portals/index.ts";
import type { Queue } from "../queue/index.ts";
import type { Intake } from "../sync/index.ts";

/** What the routes work with; put together in the mains. */
export interface Parts {
  portals: Portals;
  queue: Queue;
  /** Keeps what HubSpot's webhooks tell. */
  intake: Intake;
  /** The accounts of the portals that somebody looks at. */
  books: Books;
  candidates: KeptCandidates;
  now: Now;
  log: Log;
  /** HubSpot signs its requests with the app's client secret. */
  clientSecret: string;
  /** The address at which HubSpot reaches us; without it, the request's own host. */
  publicUrl?: string | undefined;
}
