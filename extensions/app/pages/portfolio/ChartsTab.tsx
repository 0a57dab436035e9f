import { BarChart, LineChart, Text } from "@hubspot/ui-extensions";
import { healthBands, tiers, type PortfolioReady } from "@keyline/domain";
import { Column, Columns, majorUnits, useHost } from "@keyline/ui";

/** Four questions about the accounts that the filters let through. */
export function ChartsTab({ answer }: { answer: PortfolioReady }) {
  return (
    <Column gap="large" fills>
      <Columns gap="large">
        <Attainment answer={answer} />
        <Health answer={answer} />
      </Columns>
      <Columns gap="large">
        <Overdue answer={answer} />
        <Revenue answer={answer} />
      </Columns>
    </Column>
  );
}

interface Props {
  answer: PortfolioReady;
}

function Attainment({ answer: { charts } }: Props) {
  const { say } = useHost();
  if (charts.attainmentByManager.length === 0)
    return <NoChart title={say("chartAttainment")} text={say("chartNoGoals")} />;
  return (
    <BarChart
      data={charts.attainmentByManager.map(({ manager, percent }) => ({ manager: manager.name, percent }))}
      axes={{
        x: { field: "manager", fieldType: "category", label: say("axisManager") },
        y: { field: "percent", fieldType: "linear", label: say("axisPercent") },
      }}
      options={{ title: say("chartAttainment"), showDataLabels: true, showTooltips: true, colorList: ["darkAqua"] }}
    />
  );
}

function Health({ answer: { charts } }: Props) {
  const { say, language } = useHost();
  const data = charts.healthByTier.flatMap(({ tier, ...counts }) =>
    healthBands.values.map((band) => ({
      tier: tier ? tiers.label(tier, language) : say("noTier"),
      band,
      accounts: counts[band],
    })),
  );
  return (
    <BarChart
      data={{ data, options: { propertyLabels: { band: labelsOf(language) } } }}
      axes={{
        x: { field: "tier", fieldType: "category", label: say("axisTier") },
        y: { field: "accounts", fieldType: "linear", label: say("axisAccounts") },
        options: { groupFieldByColor: "band", stacking: true, colors: bandColors },
      }}
      options={{ title: say("chartHealth"), showLegend: true, showTooltips: true }}
    />
  );
}

function Overdue({ answer: { charts } }: Props) {
  const { say, locale } = useHost();
  const { earlier, weeks } = charts.overdueByWeek;
  if (earlier === 0 && weeks.every(({ count }) => count === 0))
    return <NoChart title={say("chartOverdue")} text={say("chartNoneOverdue")} />;
  const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const data = [
    ...(earlier > 0 ? [{ week: say("chartEarlier"), overdue: earlier }] : []),
    ...weeks.map(({ from, count }) => ({ week: short.format(new Date(`${from}T00:00:00Z`)), overdue: count })),
  ];
  return (
    <BarChart
      data={data}
      axes={{
        x: { field: "week", fieldType: "category", label: say("axisWeek") },
        y: { field: "overdue", fieldType: "linear", label: say("factOverdue") },
      }}
      options={{ title: say("chartOverdue"), showDataLabels: true, showTooltips: true, colorList: ["darkOrange"] }}
    />
  );
}

function Revenue({ answer: { charts, currency } }: Props) {
  const host = useHost();
  const { say } = host;
  if (charts.revenueByMonth.every(({ goalMinor }) => goalMinor === 0))
    return <NoChart title={say("chartRevenue", { currency })} text={say("chartNoGoals")} />;
  const data = charts.revenueByMonth.flatMap(({ month, revenueMinor, goalMinor }) => {
    const name = monthText(month, host.locale);
    const goal = { month: name, series: "goal", amount: majorUnits(goalMinor, currency) };
    return revenueMinor === null
      ? [goal]
      : [{ month: name, series: "revenue", amount: majorUnits(revenueMinor, currency) }, goal];
  });
  return (
    <LineChart
      data={{
        data,
        options: { propertyLabels: { series: { revenue: say("seriesRevenue"), goal: say("seriesGoal") } } },
      }}
      axes={{
        x: { field: "month", fieldType: "category", label: say("axisMonth") },
        y: { field: "amount", fieldType: "linear", label: say("axisAmount") },
        options: { groupFieldByColor: "series", colors: { revenue: "darkGreen", goal: "darkPurple" } },
      }}
      options={{ title: say("chartRevenue", { currency }), showLegend: true, showTooltips: true }}
    />
  );
}

function NoChart({ title, text }: { title: string; text: string }) {
  return (
    <Column>
      <Text format={{ fontWeight: "demibold" }}>{title}</Text>
      <Text variant="microcopy">{text}</Text>
    </Column>
  );
}

const bandColors = { healthy: "green", slipping: "yellow", at_risk: "pink", unknown: "blue" } as const;

function labelsOf(language: "en" | "ar"): Record<string, string> {
  return Object.fromEntries(healthBands.values.map((band) => [band, healthBands.label(band, language)]));
}

function monthText(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}
