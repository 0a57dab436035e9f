import type { z } from "zod";
import { cardRoutes, type CardRouteName } from "@keyline/domain";
import { checkInActions } from "../../check-ins/index.ts";
import { mustBeAllowed, type CardActions } from "../../desk/index.ts";
import { kpiActions, whitespaceOf } from "../../kpis/index.ts";
import { needActions } from "../../needs/index.ts";
import { planActions, planObjectiveActions, planPeopleActions, type PlanDesk } from "../../plans/index.ts";
import { portfolioActions, type PortfolioDesk } from "../../portfolio/index.ts";
import { setUpPortal } from "../../provision/index.ts";
import { settingsActions, type SettingsDesk } from "../../settings/index.ts";
import { settingsChanged } from "../after-settings.ts";
import { companiesIn, readFor, wakeNumbers } from "../around-cards.ts";
import { defineRoute, type Once, type Route } from "../define-route.ts";

/** What the rooms ask for beside the desk. */
type CardDesk = PortfolioDesk & PlanDesk & SettingsDesk;

/** The room that answers each route. */
const cardActions: CardActions<typeof cardRoutes, CardDesk> = {
  ...checkInActions,
  ...kpiActions,
  ...needActions,
  ...planActions,
  ...planPeopleActions,
  ...planObjectiveActions,
  ...portfolioActions,
  ...settingsActions,
};

/** What cards ask: the list of routes is the card API's own, each name with the action that answers it. */
export const cards: readonly Route[] = (Object.keys(cardRoutes) as CardRouteName[]).map(cardRoute);

function cardRoute(name: CardRouteName): Route {
  const { method, path } = cardRoutes[name];
  const request: z.ZodType = cardRoutes[name].request;
  const act = cardActions[name] as (desk: CardDesk, asked: unknown) => Promise<unknown>;
  return defineRoute({
    method,
    path,
    signed: "card",
    ...(method === "GET" ? { query: request } : { body: request, once: onceByIntent }),
    answer: async ({ query, body, caller, parts }) => {
      const portal = await parts.portals.open(caller.portalId);
      const hubspot = portal.hubspot.as("interactive");
      const desk: CardDesk = {
        ...portal,
        hubspot,
        caller,
        now: parts.now,
        log: parts.log,
        books: parts.books,
        candidates: parts.candidates,
        whitespaceOf: (companyId) => whitespaceOf(hubspot, companyId),
        settingsChanged: (isRenamed) => settingsChanged(parts, caller.portalId, isRenamed),
        setUpPortal: () => parts.queue.add(setUpPortal, { portalId: caller.portalId }, { id: caller.portalId }),
      };
      const asked = method === "GET" ? query : body;
      const companyIds = companiesIn(asked);
      if (method === "GET") return { body: await readFor(desk, companyIds, act(desk, asked)) };
      await mustBeAllowed(desk, companyIds);
      const answer = await act(desk, asked);
      await wakeNumbers(parts, caller.portalId, companyIds);
      return { body: answer };
    },
  });
}

/** The key that the card made for one intent of its user, and keeps over every repeat. */
function onceByIntent(body: unknown): Once {
  const { idempotencyKey } = body as { idempotencyKey: string };
  return { key: idempotencyKey, isSameBody: true, keptMs: 24 * 60 * 60_000 };
}
