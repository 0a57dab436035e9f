import { createContext, useContext, type ReactNode } from "react";
import type { PlanTabProps } from "../plan-tab.ts";
import { useMove, type Standing } from "./use-move.ts";

type Row = ReturnType<typeof useMove>;
const CurrentRow = createContext<Row | null>(null);

interface Props {
  item: Standing & { key: string };
  tab: PlanTabProps;
  children: ReactNode;
}

/** Around a line of a list that can be moved by one click: its cells show together where it stands. */
export function MovableRow({ item, tab, children }: Props) {
  const { answer, plan, onWritten } = tab;
  const row = useMove(item, { today: answer.today, planKey: plan.key, onWritten });
  return <CurrentRow.Provider value={row}>{children}</CurrentRow.Provider>;
}

export function useMovableRow(): Row {
  const row = useContext(CurrentRow);
  if (!row) throw new Error("Put a MovableRow around the row.");
  return row;
}
