import { Text } from "@hubspot/ui-extensions";
import { objectiveKinds, type RoadmapItem } from "@keyline/domain";
import { Column, useHost, withCompany } from "@keyline/ui";
import { MoveTrouble } from "../moves/MoveTrouble.tsx";
import { useMovableRow } from "../moves/MovableRow.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { EditObjective } from "./EditObjective.tsx";
import { measureText } from "./measure-text.ts";

/** What it is, the need it serves, who sees to it; the name opens what can be changed. */
export function WhatCell({ item, tab }: { item: RoadmapItem; tab: PlanTabProps }) {
  const host = useHost();
  const { say, line, language } = host;
  const { problem, conflict } = useMovableRow();
  const need = tab.answer.objectives.needs.find(({ key }) => key === item.needKey);
  const measure = item.measure && measureText(item.measure, tab.answer.currency, host);
  return (
    <Column gap="flush">
      {tab.canWrite ? <EditObjective item={item} tab={tab} /> : <Text>{item.name}</Text>}
      <Text variant="microcopy">
        {line([
          objectiveKinds.label(item.kind, language),
          need && say("servesNeed", { need: withCompany(need.name, need.companyId, tab.answer.family, host) }),
          item.owner?.name,
        ])}
      </Text>
      {measure && <Text variant="microcopy">{measure}</Text>}
      <MoveTrouble problem={problem} conflict={conflict} today={tab.answer.today} />
    </Column>
  );
}
