import { Divider } from "@hubspot/ui-extensions";
import type { PortfolioReady } from "@keyline/domain";
import { Column, OrderedTabs, useHost } from "@keyline/ui";
import { AccountsTab } from "./AccountsTab.tsx";
import { ChartsTab } from "./ChartsTab.tsx";
import { ChooseTab } from "./ChooseTab.tsx";
import { Filters } from "./Filters.tsx";
import { ManagersTab } from "./ManagersTab.tsx";
import { NoAccounts } from "./NoAccounts.tsx";
import { ScopeLine } from "./ScopeLine.tsx";
import { TopFigures } from "./TopFigures.tsx";
import { portfolioTabs, type Chosen } from "./use-portfolio.ts";

interface Props {
  answer: PortfolioReady;
  chosen: Chosen;
  refresh: () => Promise<void>;
  /** A company became an account by the person's own hand. */
  seen: (companyId: string) => Promise<void>;
}

/** Whose accounts, how they stand, what narrows them down; then the list, the charts and the managers. */
export function PortfolioBody({ answer, chosen, refresh, seen }: Props) {
  const { say } = useHost();
  const titles = {
    accounts: "tabAccounts",
    charts: "tabCharts",
    managers: "tabManagers",
    choose: "tabChoose",
  } as const;
  const bodies = {
    accounts: () => <AccountsTab answer={answer} chosen={chosen} />,
    charts: () => <ChartsTab answer={answer} />,
    managers: () => <ManagersTab answer={answer} chosen={chosen} />,
    choose: () => <ChooseTab onManaged={seen} />,
  };
  if (answer.inScope.all === 0) return <NoAccounts onManaged={seen} />;
  return (
    <Column gap="medium" fills>
      <ScopeLine answer={answer} chosen={chosen} refresh={refresh} />
      <TopFigures answer={answer} />
      <Filters answer={answer} chosen={chosen} />
      <Divider />
      <OrderedTabs
        tabs={portfolioTabs.map((id) => ({ id, title: say(titles[id]), body: bodies[id] }))}
        selected={chosen.tab}
        onSelect={(tab) => chosen.change({ tab })}
      />
    </Column>
  );
}
