import { ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import {
  daysBetween,
  isLateObjective,
  objectiveStatuses,
  type ObjectiveStatus,
  type PlainDate,
  type RoadmapItem,
} from "@keyline/domain";
import { Column, Row, dateFormat, useHost } from "@keyline/ui";
import { useMovableRow } from "../moves/MovableRow.tsx";

export function DueCell({ today }: { today: PlainDate }) {
  const { say, locale } = useHost();
  const { shown } = useMovableRow();
  if (shown.dueOn === null) return <Text>–</Text>;
  const isLate = isLateObjective(shown, today);
  return (
    <Column gap="flush">
      <Text>{dateFormat(locale, today).day(shown.dueOn)}</Text>
      {isLate && (
        <Row>
          <StatusTag variant="danger">{say("lateBy", { count: daysBetween(shown.dueOn, today) })}</StatusTag>
        </Row>
      )}
    </Column>
  );
}

const variants: Record<ObjectiveStatus, "default" | "info" | "warning" | "success"> = {
  planned: "default",
  in_progress: "info",
  on_hold: "warning",
  done: "success",
  dropped: "default",
  carried: "default",
};

/** The status in a word, and how far it is where that is known. */
export function ProgressCell({ item }: { item: RoadmapItem }) {
  const { say, numbers, language } = useHost();
  const { status } = useMovableRow().shown;
  const percent = status === "done" ? 100 : item.progress;
  return (
    <Column gap="xs" fills>
      <Row>
        <StatusTag variant={variants[status]}>{objectiveStatuses.label(status, language)}</StatusTag>
      </Row>
      {percent !== null && status !== "dropped" && (
        <ProgressBar aria-label={say("colProgress")} value={percent} valueDescription={numbers.percent(percent)} />
      )}
    </Column>
  );
}
