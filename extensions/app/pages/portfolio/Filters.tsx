import { Button, Checkbox, MultiSelect, Select } from "@hubspot/ui-extensions";
import {
  accountTypes,
  healthBands,
  noticeFilters,
  planFilters,
  planStatuses,
  tiers,
  type Choices,
  type PortfolioReady,
} from "@keyline/domain";
import { Column, Columns, Row, useHost } from "@keyline/ui";
import { SearchField } from "./SearchField.tsx";
import type { Chosen } from "./use-portfolio.ts";

interface Props {
  answer: PortfolioReady;
  chosen: Chosen;
}

const any = "";

/** What narrows the list down. Each keeps its value in the address. */
export function Filters({ answer, chosen }: Props) {
  const { say, language } = useHost();
  const { filters, change } = chosen;
  const wordsOf = <V extends string>(choices: Choices<V>) =>
    choices.values.map((value) => ({ value, label: choices.label(value, language) }));
  const plans = planFilters.map((value) => ({
    value,
    label: value === "none" ? say("noPlan") : planStatuses.label(value, language),
  }));
  const leads = answer.leads.map(({ id, name }) => ({ value: id, label: name }));
  const notices = noticeFilters.map((days) => ({ value: days, label: say("noticeWithin", { count: Number(days) }) }));
  return (
    <Column fills>
      <Columns gap="small" shares={[2, 1, 1, 1]}>
        <SearchField value={filters.search} onChange={(search) => change({ search })} />
        <Several name="type" label={say("filterType")} options={wordsOf(accountTypes)} chosen={chosen} />
        <Several name="tier" label={say("filterTier")} options={wordsOf(tiers)} chosen={chosen} />
        <Several name="health" label={say("filterHealth")} options={wordsOf(healthBands)} chosen={chosen} />
      </Columns>
      <Columns gap="small" shares={[1, 1, 1, 2]}>
        <Several name="manager" label={say("filterManager")} options={leads} chosen={chosen} />
        <Several name="plan" label={say("filterPlan")} options={plans} chosen={chosen} />
        <Select
          name="notice"
          label={say("filterNotice")}
          value={filters.notice ?? any}
          options={[{ label: say("anyValue"), value: any }, ...notices]}
          onChange={(days) => change({ notice: String(days) })}
        />
        <Column gap="xs">
          <Checkbox name="overdue" checked={filters.overdue} onChange={(on) => change({ overdue: on ? "1" : null })}>
            {say("onlyOverdue")}
          </Checkbox>
          <Checkbox
            name="untouched"
            checked={filters.untouched}
            onChange={(on) => change({ untouched: on ? "1" : null })}
          >
            {say("onlyUntouched", { count: answer.staleAfterDays })}
          </Checkbox>
        </Column>
      </Columns>
      {chosen.count > 0 && (
        <Row>
          <Button variant="transparent" size="xs" onClick={chosen.clear}>
            {say("clearFilters")}
          </Button>
        </Row>
      )}
    </Column>
  );
}

interface SeveralProps {
  name: "type" | "tier" | "health" | "manager" | "plan";
  label: string;
  options: { value: string; label: string }[];
  chosen: Chosen;
}

/** Any of several values; none chosen means all. */
function Several({ name, label, options, chosen }: SeveralProps) {
  const { say } = useHost();
  return (
    <MultiSelect
      name={name}
      label={label}
      placeholder={say("anyValue")}
      value={chosen.filters[name]}
      options={options}
      onChange={(values) => chosen.change({ [name]: values.join(",") })}
    />
  );
}
