import type { z } from "zod";
import { cardRoutes, type CardRouteName } from "@keyline/domain";
import { bulkActions } from "../../bulk/index.ts";
import { checkInActions } from "../../check-ins/index.ts";
import { mustBeAllowed, type CardActions } from "../../desk/index.ts";
import { kpiActions } from "../../kpis/index.ts";
import { needActions } from "../../needs/index.ts";
import { paperActions } from "../../paper/index.ts";
import { planActions, planObjectiveActions, planPeopleActions } from "../../plans/index.ts";
import { portfolioActions } from "../../portfolio/index.ts";
import { settingsActions } from "../../settings/index.ts";
import { companiesIn, readFor, wakeNumbers } from "../around-cards.ts";
import { deskOf, type CardDesk } from "../desk-of.ts";
import { defineRoute, type Once, type Route } from "../define-route.ts";

/** The room that answers each route. */
const cardActions: CardActions<typeof cardRoutes, CardDesk> = {
  ...bulkActions,
  ...checkInActions,
  ...kpiActions,
  ...needActions,
  ...paperActions,
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
    answer: async ({ query, body, caller, origin, parts }) => {
      const desk = await deskOf(parts, caller, origin);
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
