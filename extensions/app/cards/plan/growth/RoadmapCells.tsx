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
import { measureText } from "./measure-text.ts";

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

export function ProgressCell({ item, currency }: { item: RoadmapItem; currency: string }) {
  const host = useHost();
  const { shown } = useMovableRow();
  const percent = shown.status === "done" ? 100 : item.progress;
  const measure = item.measure && measureText(item.measure, currency, host);
  if (percent === null) return measure ? <Text variant="microcopy">{measure}</Text> : <Text>–</Text>;
  return (
    <Column gap="xs" fills>
      <ProgressBar
        aria-label={host.say("colProgress")}
        value={percent}
        valueDescription={host.numbers.percent(percent)}
      />
      {measure && <Text variant="microcopy">{measure}</Text>}
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

export function StatusCell() {
  const { language } = useHost();
  const { status } = useMovableRow().shown;
  return (
    <Row>
      <StatusTag variant={variants[status]}>{objectiveStatuses.label(status, language)}</StatusTag>
    </Row>
  );
}
