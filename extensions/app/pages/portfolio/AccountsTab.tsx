import { Button, EmptyState, Text } from "@hubspot/ui-extensions";
import { portfolioPageSize, type PortfolioReady, type PortfolioRow } from "@keyline/domain";
import { Listing, useHost, type ListingColumn } from "@keyline/ui";
import { AccountCell, CheckInCell, HealthCell, PlanCell, RecurringCell } from "./cells.tsx";
import type { Chosen } from "./use-portfolio.ts";

interface Props {
  answer: PortfolioReady;
  chosen: Chosen;
}

/** The accounts, 25 a page, whatever needs looking after first. */
export function AccountsTab({ answer, chosen }: Props) {
  const { say, numbers } = useHost();
  const { rows, matches, page, today, currency } = answer;
  const { filters, change } = chosen;
  if (matches === 0) return <Nothing answer={answer} chosen={chosen} />;
  const columns: ListingColumn<PortfolioRow>[] = [
    { title: say("columnAccount"), sortBy: "name", cell: (row) => <AccountCell row={row} /> },
    { title: say("columnHealth"), sortBy: "health", cell: (row) => <HealthCell row={row} /> },
    {
      title: say("columnAttainment"),
      sortBy: "attainment",
      isNumber: true,
      cell: ({ attainmentPercent: percent }) => <Text>{percent === null ? "–" : numbers.percent(percent)}</Text>,
    },
    { title: say("columnCheckIn"), sortBy: "check-in", cell: (row) => <CheckInCell row={row} today={today} /> },
    { title: say("columnPlan"), sortBy: "plan", cell: (row) => <PlanCell row={row} /> },
    {
      title: say("columnRecurring", { currency }),
      sortBy: "recurring",
      isLargestFirst: true,
      isNumber: true,
      cell: (row) => <RecurringCell row={row} today={today} currency={currency} />,
    },
    { title: say("columnLead"), sortBy: "lead", cell: ({ lead }) => <Text>{lead?.name ?? say("noLead")}</Text> },
  ];
  const count = Math.ceil(matches / portfolioPageSize);
  return (
    <Listing
      items={rows}
      keyOf={({ account }) => account.id}
      columns={columns}
      sort={{
        by: filters.sort,
        descending: filters.descending,
        onChange: (sort, descending) => change({ sort, descending: descending ? "1" : null }),
      }}
      {...(count > 1 && { page: { current: page, count, onChange: (to: number) => change({ page: String(to) }) } })}
    />
  );
}

/** Nothing fits: because of the filters, or because none of these accounts is the person's own. */
function Nothing({ answer, chosen }: Props) {
  const { say } = useHost();
  if (chosen.count > 0) {
    return (
      <EmptyState title={say("noMatchTitle")} layout="vertical" imageName="emptyStateCharts" imageWidth={100} flush>
        <Button onClick={chosen.clear}>{say("clearFilters")}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={say("noneOfScopeTitle")} layout="vertical" imageName="companies" imageWidth={100} flush>
      <Text>{say("noneOfScopeText")}</Text>
      {answer.scope !== "all" && <Button onClick={() => chosen.change({ scope: "all" })}>{say("showAll")}</Button>}
    </EmptyState>
  );
}
