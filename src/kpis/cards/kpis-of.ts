import { accountKpiKey, metricNames, previousPeriod, stageOf, type KpisAnswer, type Period } from "@keyline/domain";
import { cardFactsOf, readCompanyContacts, type Desk } from "../../desk/index.ts";
import { metrics } from "../metrics/index.ts";
import { figureOf } from "./figure-of.ts";
import { readKpiAccount } from "./kpi-account.ts";
import { chartedPeriods, choicesOf, shownPeriod, todayOf } from "./shown-periods.ts";
import { readStoredKpis, type StoredKpis } from "./stored-kpi.ts";

interface Asked {
  companyId: string;
  kind?: Period["kind"] | undefined;
  period?: string | undefined;
}

/** The KPIs card of one company in one period. Calls go side by side, two in a row. */
export async function kpisOf(desk: Desk, asked: Asked): Promise<KpisAnswer> {
  const { hubspot, settings, currency } = desk;
  const period = shownPeriod(desk, asked);
  const charted = chartedPeriods(period);
  const keys = charted.map(({ key }) => key);
  const unreadable: KpisAnswer["unreadable"] = [];
  const [account, stored, contacts] = await Promise.all([
    readKpiAccount(desk, asked.companyId),
    readStoredKpis(hubspot, asked.companyId, keys, currency),
    readCompanyContacts(hubspot, asked.companyId).catch((error: unknown) => {
      unreadable.push("contacts");
      desk.log.warn({ companyId: asked.companyId, reason: String(error) }, "The contacts of a company cannot be read");
      return [];
    }),
  ]);
  if (!account.canReadOwn) unreadable.push("ownTargets");
  const today = todayOf(desk);
  const around = { settings, account, currency, today, charted };
  const storedOf = (metric: KpisAnswer["figures"][number]["metric"]) => (one: Period) =>
    stored.get(accountKpiKey(asked.companyId, metric, one.key));
  return {
    ...cardFactsOf(desk, account),
    unreadable,
    type: account.type,
    period: {
      key: period.key,
      kind: period.kind,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      stage: stageOf(period, today),
      comparedWith: previousPeriod(period).key,
    },
    choices: choicesOf(desk, period),
    figures: metrics.map(({ name }) => figureOf(name, storedOf(name), around)),
    calculatedAt: oldestOf(stored, asked.companyId, period.key),
    notCalculated: keys.filter((key) => !isWhole(stored, asked.companyId, key)).toReversed(),
    contacts,
  };
}

function oldestOf(stored: StoredKpis, companyId: string, period: string): string | null {
  const moments = metricNames.values.flatMap(
    (metric) => stored.get(accountKpiKey(companyId, metric, period))?.calculatedAt ?? [],
  );
  return moments.toSorted()[0] ?? null;
}

function isWhole(stored: StoredKpis, companyId: string, period: string): boolean {
  return metricNames.values.every((metric) => stored.has(accountKpiKey(companyId, metric, period)));
}
