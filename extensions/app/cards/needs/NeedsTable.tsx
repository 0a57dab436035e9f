import { useState } from "react";
import { Button, StatusTag, Text } from "@hubspot/ui-extensions";
import { degrees, needStatuses, type Degree, type NeedRow, type NeedStatus } from "@keyline/domain";
import { Column, Listing, Row, useHost } from "@keyline/ui";
import { DealCell } from "./DealCell.tsx";
import { findNeeds, firstSort, isSortColumn, rowsAPage, type Filters, type Gaps, type Sort } from "./find-needs.ts";
import { NeedPanel } from "./NeedPanel.tsx";
import { memberName, sourceText, voiceText } from "./need-text.ts";
import type { NeedsProps } from "./NeedsBody.tsx";

interface Props extends NeedsProps {
  gaps: Gaps;
  filters: Filters;
  onClear: () => void;
}

/** The needs, ten a page. */
export function NeedsTable({ gaps, filters, onClear, ...props }: Props) {
  const host = useHost();
  const { say, locale, language } = host;
  const { answer } = props;
  const [sort, setSort] = useState<Sort>(firstSort);
  const [at, setAt] = useState<{ page: number; filters: Filters }>({ page: 1, filters });
  const voiceOf = (need: NeedRow) => voiceText(need, answer, host);
  const dealName = (id: string | null) => answer.deals.find((deal) => deal.id === id)?.name ?? "";
  const found = findNeeds(
    answer.needs,
    { filters, sort, gaps },
    {
      locale,
      voiceOf,
      companyOf: ({ companyId }) => companyId ?? answer.company.id,
      textOf: (need) => [need.name, memberName(need, answer), voiceOf(need), dealName(need.dealId)].join(" "),
    },
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsAPage));
  // Other filters begin at the first page; a need that left the last page must not leave it empty.
  const current = at.filters === filters ? Math.min(at.page, pages) : 1;
  const shown = found.slice((current - 1) * rowsAPage, current * rowsAPage);
  if (found.length === 0) return <NoneFound onClear={onClear} />;
  return (
    <Listing
      items={shown}
      keyOf={({ key }) => key}
      sort={{
        by: sort.by,
        descending: sort.isDescending,
        onChange: (by, isDescending) => isSortColumn(by) && setSort({ by, isDescending }),
      }}
      {...(pages > 1 && {
        page: { current, count: pages, onChange: (page: number) => setAt({ page, filters }) },
      })}
      columns={[
        { title: say("needTitle"), sortBy: "name", cell: (need) => <NeedCell {...props} need={need} /> },
        { title: say("needStatus"), sortBy: "status", cell: ({ status }) => <StatusCell status={status} /> },
        { title: say("needPriority"), sortBy: "priority", cell: ({ priority }) => <Text>{degreeText(priority)}</Text> },
        { title: say("needRisk"), sortBy: "risk", cell: ({ risk }) => <RiskCell risk={risk} /> },
        {
          title: say("needVoice"),
          sortBy: "voice",
          cell: (need) => (
            <Column gap="flush">
              <Text>{voiceOf(need)}</Text>
              <Text variant="microcopy">{sourceText(need, answer.today, host)}</Text>
            </Column>
          ),
        },
        { title: say("needDeal"), cell: (need) => <DealCell {...props} need={need} /> },
      ]}
    />
  );

  function degreeText(degree: Degree | null): string {
    return degree ? degrees.label(degree, language) : "";
  }
}

/** A need of another company of the family says whose it is. */
function NeedCell(props: NeedsProps & { need: NeedRow }) {
  const member = memberName(props.need, props.answer);
  return (
    <Column gap="flush">
      <NeedPanel {...props} />
      {member !== "" && <Text variant="microcopy">{member}</Text>}
    </Column>
  );
}

const statusVariants = {
  identified: "default",
  confirmed: "info",
  served: "success",
  met: "success",
  dropped: "default",
} as const;

export function StatusCell({ status }: { status: NeedStatus }) {
  const { language } = useHost();
  return (
    <StatusTag variant={statusVariants[status]} hollow={status === "met"}>
      {needStatuses.label(status, language)}
    </StatusTag>
  );
}

const riskVariants = { high: "danger", medium: "warning", low: "default" } as const;

export function RiskCell({ risk }: { risk: Degree | null }) {
  const { language } = useHost();
  if (!risk) return null;
  return <StatusTag variant={riskVariants[risk]}>{degrees.label(risk, language)}</StatusTag>;
}

function NoneFound({ onClear }: { onClear: () => void }) {
  const { say } = useHost();
  return (
    <Column fills>
      <Column>
        <Text>{say("needsNoneFound")}</Text>
      </Column>
      <Row>
        <Button size="sm" onClick={onClear}>
          {say("needsClear")}
        </Button>
      </Row>
    </Column>
  );
}
