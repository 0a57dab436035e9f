import { useState } from "react";
import { Divider } from "@hubspot/ui-extensions";
import type { KpisAnswer, PeriodKind } from "@keyline/domain";
import { CardFrame, useBackend, useNewsOfRecord } from "@keyline/ui";
import { FigureTable } from "./FigureTable.tsx";
import { KpisHeader } from "./KpisHeader.tsx";
import { NotCalculated } from "./NotCalculated.tsx";
import { RecalculationLine } from "./RecalculationLine.tsx";
import { useRecalculation } from "./use-recalculation.ts";

/** What was asked to be shown; nothing is the running quarter. */
export interface AskedPeriod {
  kind?: PeriodKind;
  period?: string;
}

/** Is this account growing, against its targets and against the period before. */
export function KpisBody() {
  const [asked, setAsked] = useState<AskedPeriod>({});
  const read = useBackend("kpis", { request: asked });
  useNewsOfRecord(read.again);
  return (
    <CardFrame read={read}>
      {(answer) => <Known answer={answer} asked={asked} onAsk={setAsked} again={read.again} onWritten={read.replace} />}
    </CardFrame>
  );
}

interface Props {
  answer: KpisAnswer;
  asked: AskedPeriod;
  onAsk: (asked: AskedPeriod) => void;
  again: () => void;
  onWritten: (kpis: KpisAnswer) => void;
}

function Known({ answer, asked, onAsk, again, onWritten }: Props) {
  const { period } = answer;
  /** A write that was sent from another period than the one in view now brings news, but not the answer. */
  const isInView = (key: string) => (asked.period === undefined ? key === period.key : key === asked.period);
  const show = (kpis: KpisAnswer) => (isInView(kpis.period.key) ? onWritten(kpis) : again());
  const recalculation = useRecalculation(asked.period ?? period.key, show);
  return (
    <>
      <KpisHeader answer={answer} asked={asked} onAsk={onAsk} onWritten={show} recalculation={recalculation} />
      <RecalculationLine answer={answer} recalculation={recalculation} />
      <NotCalculated answer={answer} recalculation={recalculation} />
      <Divider />
      <FigureTable answer={answer} onWritten={show} />
    </>
  );
}
