import { useState } from "react";
import { StatusTag, Text } from "@hubspot/ui-extensions";
import { degrees, isOpenObjective, type Degree, type Obstacle } from "@keyline/domain";
import { Column, Listing, Row, dateFormat, useHost, useSteady } from "@keyline/ui";
import { MovableRow, useMovableRow } from "../moves/MovableRow.tsx";
import { MoveButtons } from "../moves/MoveButtons.tsx";
import { MoveTrouble } from "../moves/MoveTrouble.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { EditObstacle } from "./EditObstacle.tsx";

const pageSize = 10;

/** Ten a page; the name opens what can be changed. */
export function ObstaclesTable(tab: PlanTabProps) {
  const { answer } = tab;
  const { say } = useHost();
  const rows = useSteady(
    answer.objectives.obstacles,
    ({ key }) => key,
    () => "",
  );
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const [chosen, setPage] = useState(1);
  const page = Math.min(chosen, pages);
  return (
    <Listing<Obstacle>
      items={rows.slice((page - 1) * pageSize, page * pageSize).map(({ item }) => item)}
      keyOf={({ key }) => key}
      wrapRow={(item, row) => (
        <MovableRow key={item.key} item={{ key: item.key, status: item.status, dueOn: item.dueOn }} tab={tab}>
          {row}
        </MovableRow>
      )}
      columns={[
        { title: say("colObstacle"), cell: (item) => <NameCell item={item} tab={tab} /> },
        { title: say("colLikely"), cell: ({ likelihood }) => <DegreeTag degree={likelihood} /> },
        { title: say("colBad"), cell: ({ impact }) => <DegreeTag degree={impact} /> },
        { title: say("colAnswer"), cell: (item) => <AnswerCell item={item} /> },
        { title: say("colWho"), cell: ({ owner }) => <Text>{owner?.name ?? "–"}</Text> },
        { title: say("colNextStep"), cell: (item) => <NextStepCell item={item} today={answer.today} /> },
      ]}
      {...(pages > 1 && { page: { current: page, count: pages, onChange: setPage } })}
    />
  );
}

function NameCell({ item, tab }: { item: Obstacle; tab: PlanTabProps }) {
  const { shown, problem, conflict } = useMovableRow();
  const isOpen = isOpenObjective(shown);
  return (
    <Column gap="xs">
      {tab.canWrite ? <EditObstacle item={item} tab={tab} /> : <Text>{item.name}</Text>}
      {!isOpen && <SettledTag />}
      {tab.canWrite && <MoveButtons moves={["done", "reopen"]} called={{ done: "overcome" }} />}
      <MoveTrouble problem={problem} conflict={conflict} today={tab.answer.today} />
    </Column>
  );
}

/** Behind us: overcome, or no longer one. */
function SettledTag() {
  const { say } = useHost();
  const { status } = useMovableRow().shown;
  return (
    <Row>
      <StatusTag variant={status === "done" ? "success" : "default"}>
        {say(status === "done" ? "wasOvercome" : "wasDropped")}
      </StatusTag>
    </Row>
  );
}

const variants: Record<Degree, "danger" | "warning" | "default"> = {
  high: "danger",
  medium: "warning",
  low: "default",
};

function DegreeTag({ degree }: { degree: Degree | null }) {
  const { say, language } = useHost();
  if (degree === null) return <Text variant="microcopy">{say("unknownYet")}</Text>;
  return (
    <Row>
      <StatusTag variant={variants[degree]}>{degrees.label(degree, language)}</StatusTag>
    </Row>
  );
}

function AnswerCell({ item: { answer } }: { item: Obstacle }) {
  const { say } = useHost();
  const { shown } = useMovableRow();
  if (answer?.trim()) return <Text>{answer}</Text>;
  if (!isOpenObjective(shown)) return <Text>–</Text>;
  return (
    <Row>
      <StatusTag variant="warning">{say("noAnswer")}</StatusTag>
    </Row>
  );
}

function NextStepCell({
  item: { nextStep, nextStepOn },
  today,
}: {
  item: Obstacle;
  today: PlanTabProps["answer"]["today"];
}) {
  const { locale } = useHost();
  const { shown } = useMovableRow();
  if (!nextStep && !nextStepOn) return <Text>–</Text>;
  const dates = dateFormat(locale, today);
  const isLate = nextStepOn !== null && nextStepOn < today && isOpenObjective(shown);
  return (
    <Column gap="flush">
      {nextStep && <Text>{nextStep}</Text>}
      {nextStepOn && !isLate && <Text variant="microcopy">{dates.day(nextStepOn)}</Text>}
      {nextStepOn && isLate && (
        <Row>
          <StatusTag variant="danger">{dates.day(nextStepOn)}</StatusTag>
        </Row>
      )}
    </Column>
  );
}
