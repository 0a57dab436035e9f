import { useState } from "react";
import { LoadingButton, Text, ToggleGroup } from "@hubspot/ui-extensions";
import { portfolioScopes, type PortfolioReady } from "@keyline/domain";
import { Column, Columns, Row, useHost } from "@keyline/ui";
import { ExportButton } from "./ExportButton.tsx";
import type { Chosen } from "./use-portfolio.ts";

interface Props {
  answer: PortfolioReady;
  chosen: Chosen;
  refresh: () => Promise<void>;
}

const names = { mine: "scopeMine", team: "scopeTeam", all: "scopeAll" } as const;

/** Mine, the team's or all; and how fresh it is. */
export function ScopeLine({ answer, chosen, refresh }: Props) {
  const { say, locale, isReversed } = useHost();
  const [isRefreshing, setRefreshing] = useState(false);
  const { asOf, timeZone, scope, inScope } = answer;
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(asOf));
  const press = async () => {
    setRefreshing(true);
    await refresh();
    setRefreshing(false);
  };
  const options = portfolioScopes.map((one) => ({ value: one, label: say(names[one], { count: inScope[one] }) }));
  return (
    <Columns shares={[3, 1]}>
      <Column>
        <ToggleGroup
          name="scope"
          label={say("whoseAccounts")}
          toggleType="radioButtonList"
          inline
          value={scope}
          options={isReversed ? options.toReversed() : options}
          onChange={(value: string) => chosen.change({ scope: value })}
        />
      </Column>
      <Row justify="end" wrap>
        <Text variant="microcopy">{say("asOfTime", { time })}</Text>
        <LoadingButton size="xs" variant="secondary" loading={isRefreshing} onClick={() => void press()}>
          {say("refresh")}
        </LoadingButton>
        <ExportButton request={chosen.request} />
      </Row>
    </Columns>
  );
}
