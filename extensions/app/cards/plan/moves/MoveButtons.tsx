import { Button } from "@hubspot/ui-extensions";
import { movesOf, type ObjectiveMove } from "@keyline/domain";
import { Row, useHost, type PlainKey } from "@keyline/ui";
import { useMovableRow } from "./MovableRow.tsx";

const words = {
  start: "moveStart",
  done: "moveDone",
  slip: "moveSlip",
  reopen: "moveReopen",
  hold: "moveHold",
  drop: "moveDrop",
} as const satisfies Record<ObjectiveMove, PlainKey>;

interface Props {
  /** Those that may be offered here; of them, those that make sense where the line stands. */
  moves: readonly ObjectiveMove[];
  /** Other words than the usual for a move. */
  called?: Partial<Record<ObjectiveMove, PlainKey>>;
  size?: "xs" | "sm";
  /** The click is on its way. */
  onPressed?: () => void;
}

/** One click each. */
export function MoveButtons({ moves, called = {}, size = "xs", onPressed }: Props) {
  const { say } = useHost();
  const { shown, isSending, move } = useMovableRow();
  const offered = movesOf(shown).filter((one) => moves.includes(one));
  return (
    <Row gap="xs">
      {offered.map((one) => (
        <Button
          key={one}
          size={size}
          variant={one === "slip" ? "transparent" : "secondary"}
          disabled={isSending}
          onClick={() => {
            move(one);
            onPressed?.();
          }}
        >
          {say(called[one] ?? words[one])}
        </Button>
      ))}
    </Row>
  );
}
