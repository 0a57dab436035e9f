import { openHubSpot, type HubSpot, type Pacer } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import type { TestPortal } from "../hubspot/open-portal.ts";

/** How long nothing must happen before what waits is taken for a whole round. */
const quietMs = 40;

/** A client whose calls go in rounds: all that wait go together, and the next round only when they are all back. */
export function inRounds({ sandbox }: Pick<TestPortal, "sandbox">): { hubspot: HubSpot; rounds: () => number } {
  let waiting: (() => void)[] = [];
  let underWay = 0;
  let rounds = 0;
  let timer: NodeJS.Timeout | undefined;
  const release = () => {
    if (underWay > 0 || waiting.length === 0) return;
    const round = waiting;
    waiting = [];
    rounds++;
    underWay = round.length;
    for (const go of round) go();
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(release, quietMs);
  };
  const leave = () => {
    underWay--;
    settle();
  };
  const pacer: Pacer = {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve({ leave }));
        settle();
      }),
    state: () => ({ waiting: waiting.length, used: 0, max: 0, dailyRemaining: null }),
  };
  const hubspot = openHubSpot({ baseUrl: sandbox.url, token: sandbox.token, pacer, log: quietLog });
  return { hubspot, rounds: () => rounds };
}
