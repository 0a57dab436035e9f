import { useEffect, useState } from "react";
import { EmptyState, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import { portfolioPageSize, type ChoicesAnswer, type CompanyToChoose } from "@keyline/domain";
import { CardFrame, Column, Listing, useBackend, useHost, type ListingColumn } from "@keyline/ui";
import { CompanyCell, ScoreCell, WhyCell } from "./choice-cells.tsx";
import { StartButton } from "./StartButton.tsx";

const askAgainMs = 1_500;

/** The companies that nobody manages yet, ranked, each with its reasons and one button that begins. */
export function ChooseTab({ onManaged }: { onManaged: (companyId: string) => Promise<void> }) {
  const [page, setPage] = useState(1);
  const [seen, setSeen] = useState<string | null>(null);
  const read = useBackend("choices", { request: { page, ...(seen && { seen }) } });
  const managed = (companyId: string) => {
    setSeen(companyId);
    void onManaged(companyId);
  };
  return (
    <CardFrame<ChoicesAnswer> read={read}>
      {(answer) =>
        answer.state === "preparing" ? (
          <Reading again={read.again} />
        ) : (
          <Choices answer={answer} onPage={setPage} onManaged={managed} />
        )
      }
    </CardFrame>
  );
}

type Ready = Extract<ChoicesAnswer, { state: "ready" }>;

interface Props {
  answer: Ready;
  onPage: (page: number) => void;
  onManaged: (companyId: string) => void;
}

function Choices({ answer, onPage, onManaged }: Props) {
  const { say, numbers } = useHost();
  const { rows, total, page, currency, isCut } = answer;
  if (total === 0)
    return (
      <EmptyState title={say("chooseEmptyTitle")} layout="vertical" imageName="target" imageWidth={100} flush>
        <Text>{say("chooseEmptyText")}</Text>
      </EmptyState>
    );
  const columns: ListingColumn<CompanyToChoose>[] = [
    { title: say("columnCompany"), cell: (row) => <CompanyCell row={row} /> },
    { title: say("columnScore"), cell: (row) => <ScoreCell row={row} /> },
    { title: say("columnWhy"), cell: (row) => <WhyCell row={row} /> },
    {
      title: say("columnRevenueYear", { currency }),
      isNumber: true,
      cell: ({ revenueMinor }) => <Text>{revenueMinor === null ? "–" : numbers.amount(revenueMinor, currency)}</Text>,
    },
    { title: "", cell: ({ company }) => <StartButton company={company} onManaged={onManaged} /> },
  ];
  const count = Math.ceil(total / portfolioPageSize);
  return (
    <Column gap="small" fills>
      <Column>
        <Text variant="microcopy">{say("chooseText")}</Text>
      </Column>
      <Listing
        items={rows}
        keyOf={({ company }) => company.id}
        columns={columns}
        {...(count > 1 && { page: { current: page, count, onChange: onPage } })}
      />
      {rows.some(({ score }) => score === null) && (
        <Column>
          <Text variant="microcopy">{say("judgeIt")}</Text>
        </Column>
      )}
      {isCut && (
        <Column>
          <Text variant="microcopy">{say("chooseCut")}</Text>
        </Column>
      )}
    </Column>
  );
}

/** Looking through the companies takes some seconds the first time: asked again until it is done. */
function Reading({ again }: { again: () => void }) {
  const { say } = useHost();
  useEffect(() => {
    const timer = setTimeout(again, askAgainMs);
    return () => clearTimeout(timer);
  }, [again]);
  return <LoadingSpinner label={say("readingChoices")} showLabel layout="centered" />;
}
