import { useMemo } from "react";
import { usePageRoute } from "@hubspot/ui-extensions/pages";
import { portfolioFilters, type PortfolioFilters } from "@keyline/domain";
import { asProblem, callBackend, useBackend, useHost } from "@keyline/ui";

export const portfolioTabs = ["accounts", "charts", "managers", "choose"] as const;
export type PortfolioTab = (typeof portfolioTabs)[number];

/** What the address keeps, as texts; null takes a value away. */
export type Changed = Partial<Record<keyof PortfolioFilters | "tab", string | null>>;

/** What a person chose on the page. The address keeps it all, so that a reload and a bookmark show the same. */
export interface Chosen {
  filters: PortfolioFilters;
  tab: PortfolioTab;
  /** The same as texts, for the backend. */
  request: Record<string, string>;
  /** Filters in force, sorting, page and scope apart. */
  count: number;
  /** Another filter begins with the first page again. */
  change: (changed: Changed) => void;
  clear: () => void;
}

const narrowing = ["search", "type", "tier", "health", "manager", "plan", "notice", "untouched", "overdue"] as const;

export function useChosen(): Chosen {
  const { params } = usePageRoute();
  const { actions } = useHost();
  const change = (changed: Changed) => {
    const next = { ...params, ...(changed.tab === undefined ? { page: null } : {}), ...changed };
    const kept = Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1]));
    actions.navigateToPage?.({ to: "/", params: Object.fromEntries(kept) });
  };
  return {
    filters: portfolioFilters.parse(params),
    request: requestOf(params),
    tab: portfolioTabs.find((tab) => tab === params["tab"]) ?? "accounts",
    count: narrowing.filter((name) => params[name]).length,
    change,
    clear: () => change(Object.fromEntries(narrowing.map((name) => [name, null]))),
  };
}

const asked = [...narrowing, "scope", "sort", "descending", "page"] as const;

function requestOf(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(asked.flatMap((name) => (params[name] ? [[name, params[name]]] : [])));
}

/** The accounts as they were chosen: one signed call when the page opens, one for each other choice. */
export function usePortfolio() {
  const { params } = usePageRoute();
  const { language, actions, say } = useHost();
  const request = useMemo(() => requestOf(params), [params]);
  const read = useBackend("portfolio", { request });
  /** Asks anew, for what HubSpot's search does not say by itself yet. */
  const askFor = async (more: { fresh: "1" } | { seen: string }) => {
    try {
      read.replace(await callBackend("portfolio", { ...request, ...more }, language));
    } catch (error) {
      const { code } = asProblem(error);
      const message = say(code === "rate-limited" ? "busyText" : code === "unavailable" ? "offlineText" : "failedText");
      actions.addAlert({ type: "danger", message });
    }
  };
  return { read, refresh: () => askFor({ fresh: "1" }), seen: (id: string) => askFor({ seen: id }) };
}
