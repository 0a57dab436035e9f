import { useEffect, useRef, useState } from "react";

/**
 * What stands in an input while the card, a thread away, decides what should. An answer to an earlier keystroke must not undo the
 * later ones, so a value that we sent ourselves is not taken back; one that the card chose is.
 */
export function useDraft<Value>(
  given: Value | undefined,
  first: Value,
  isSame: (a: Value, b: Value) => boolean = Object.is,
) {
  const [draft, setDraft] = useState<Value>(given ?? first);
  const sent = useRef<Value[]>([]);
  useEffect(() => {
    if (given === undefined) return;
    const at = sent.current.findIndex((value) => isSame(value, given));
    if (at >= 0) sent.current.splice(0, at + 1);
    else setDraft(given);
    // Compared as text because a date or a list arrives as a new object each time.
  }, [JSON.stringify(given)]);

  function edit(value: Value) {
    if (given !== undefined) sent.current = [...sent.current.slice(-50), value];
    setDraft(value);
  }
  return [draft, edit] as const;
}
