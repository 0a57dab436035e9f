import { useState } from "react";
import type { RoadmapItem } from "@keyline/domain";
import { Listing, useHost } from "@keyline/ui";
import { MovableRow } from "../moves/MovableRow.tsx";
import { MoveButtons } from "../moves/MoveButtons.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { DueCell, ProgressCell } from "./RoadmapCells.tsx";
import { WhatCell } from "./WhatCell.tsx";

interface Props extends PlanTabProps {
  /** In the order of the screen, each below the name of its group. */
  rows: readonly { item: RoadmapItem; group: string }[];
}

const pageSize = 10;
/** A day with its weekday in one line, in pixels. */
const dueWidth = 110;

/** Ten lines a page: what, by when, how far, and the one click that moves it. */
export function RoadmapTable({ rows, ...tab }: Props) {
  const { answer, canWrite } = tab;
  const { say } = useHost();
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const [chosen, setPage] = useState(1);
  const page = Math.min(chosen, pages);
  const shown = rows.slice((page - 1) * pageSize, page * pageSize);
  const groups = new Map(shown.map(({ item, group }) => [item.key, group]));
  return (
    <Listing<RoadmapItem>
      items={shown.map(({ item }) => item)}
      keyOf={({ key }) => key}
      groupOf={({ key }) => groups.get(key) ?? ""}
      wrapRow={(item, row) => (
        <MovableRow key={item.key} item={item} tab={tab}>
          {row}
        </MovableRow>
      )}
      columns={[
        { title: say("colWhat"), width: "max", cell: (item) => <WhatCell item={item} tab={tab} /> },
        { title: say("colDue"), width: dueWidth, cell: () => <DueCell today={answer.today} /> },
        { title: say("colProgress"), cell: (item) => <ProgressCell item={item} /> },
        ...(canWrite ? [{ title: "", cell: () => <MoveButtons moves={["start", "done", "slip", "reopen"]} /> }] : []),
      ]}
      {...(pages > 1 && { page: { current: page, count: pages, onChange: setPage } })}
    />
  );
}
