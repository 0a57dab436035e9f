import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "./api.ts";

/** The sandbox's clock as its distance from this machine's, in ms; watched, because a test may move it behind our back. */
export function useClock(now: string, onMoved: () => void) {
  const [offsetMs, setOffsetMs] = useState(() => Date.parse(now) - Date.now());

  const take = useCallback(
    (text: string) =>
      setOffsetMs((before) => {
        const after = Date.parse(text) - Date.now();
        return Math.abs(after - before) < 5000 ? before : after;
      }),
    [],
  );
  useEffect(() => {
    const timer = setInterval(
      () =>
        void api.get<{ now: string }>("/api/clock").then(
          ({ now: text }) => take(text),
          () => undefined,
        ),
      5000,
    );
    return () => clearInterval(timer);
  }, [take]);

  const move = useCallback(
    async (by: { advanceMs: number } | { now: string }) => {
      take((await api.put<{ now: string }>("/api/clock", by)).now);
    },
    [take],
  );
  const known = useRef(offsetMs);
  useEffect(() => {
    if (known.current !== offsetMs) onMoved();
    known.current = offsetMs;
  }, [offsetMs, onMoved]);
  return { offsetMs, move };
}
