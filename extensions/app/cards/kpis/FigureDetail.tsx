import { useState } from "react";
import { Divider, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import { noDataReasons, type KpiDetailAnswer, type KpiFigure, type KpisAnswer } from "@keyline/domain";
import { Column, Failure, Row, useBackend, useHost } from "@keyline/ui";
import { CountedList } from "./CountedList.tsx";
import { actualText } from "./figure-text.ts";
import { FigureChart } from "./FigureChart.tsx";
import { LeftOutList } from "./LeftOutList.tsx";
import { StandingTag } from "./StandingTag.tsx";
import { TargetForm } from "./TargetForm.tsx";

interface Props {
  figure: KpiFigure;
  answer: KpisAnswer;
  onWritten: (kpis: KpisAnswer) => void;
}

/** So many records come with one answer. */
const recordsAnAnswer = 100;
const rowsAPage = 10;

/** One number: over time, how it is made, the records behind it, what was left out, and what it aims at. */
export function FigureDetail({ figure, answer, onWritten }: Props) {
  const { say } = useHost();
  const [row, setRow] = useState(0);
  const page = Math.floor(row / recordsAnAnswer);
  const { metric } = figure;
  const read = useBackend("kpiDetail", { request: { metric, period: answer.period.key, page } });
  const detail = read.answer;
  const isThisPage = detail?.page === page;
  return (
    <Column gap="medium" fills>
      <Now figure={figure} answer={answer} />
      <FigureChart figure={figure} currency={answer.currency} />
      {detail ? <Formula detail={detail} /> : null}
      {read.problem && !isThisPage && <Failure problem={read.problem} onRetry={read.again} />}
      {!read.problem && !isThisPage && <LoadingSpinner label={say("loading")} layout="centered" />}
      {detail && isThisPage && (
        <>
          <CountedList
            counted={detail.counted}
            answer={answer}
            firstRow={row - page * recordsAnAnswer}
            page={{
              current: row / rowsAPage + 1,
              count: Math.ceil(detail.counted.total / rowsAPage),
              onChange: (chosen) => setRow((chosen - 1) * rowsAPage),
            }}
          />
          <LeftOutList leftOut={detail.leftOut} answer={answer} />
        </>
      )}
      <Divider />
      <TargetForm figure={figure} answer={answer} onWritten={onWritten} />
    </Column>
  );
}

function Now({ figure, answer }: { figure: KpiFigure; answer: KpisAnswer }) {
  const host = useHost();
  const { say, language } = host;
  const { noData, isCalculated } = figure;
  const text = actualText(figure, answer.currency, host);
  if (text === null) {
    return (
      <Column gap="xs">
        <Text format={{ fontWeight: "demibold" }}>
          {noData ? noDataReasons.label(noData, language) : say(isCalculated ? "kpiNoData" : "kpiNotYet")}
        </Text>
        {noData && <Text variant="microcopy">{say(hints[noData])}</Text>}
      </Column>
    );
  }
  return (
    <Row wrap>
      <Text format={{ fontWeight: "bold" }}>{text}</Text>
      <StandingTag figure={figure} stage={answer.period.stage} />
    </Row>
  );
}

/** What would bring the first number. */
const hints = {
  never_a_deal: "kpiHintDeals",
  no_earlier_revenue: "kpiHintEarlier",
  none_recorded: "kpiHintSignals",
  no_answer: "kpiHintAnswers",
  none_due: "kpiHintCheckIns",
  none_given: "kpiHintPromises",
  never_a_ticket: "kpiHintTickets",
  no_need: "kpiHintNeeds",
  not_begun: "kpiHintNotBegun",
  source_unavailable: "kpiHintUnavailable",
} as const satisfies Record<NonNullable<KpiFigure["noData"]>, string>;

function Formula({ detail }: { detail: KpiDetailAnswer }) {
  const { say } = useHost();
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: "demibold" }}>{say("kpiHowCounted")}</Text>
      <Text>{detail.formula}</Text>
    </Column>
  );
}
