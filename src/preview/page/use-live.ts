import { useEffect, useRef, useState } from "react";
import type { PreviewEvent } from "../feed.ts";

/** The event feed, newest first, and a number that counts up soon after records may have changed. */
export function useLive() {
  const [events, setEvents] = useState<PreviewEvent[]>([]);
  const [dataVersion, setDataVersion] = useState(0);
  const lastEventAt = useRef(0);

  useEffect(() => {
    const source = new EventSource("/api/events");
    let readAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: PreviewEvent[] = [];
    let drawing: ReturnType<typeof setTimeout> | undefined;
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PreviewEvent;
      if (event.kind !== "page") lastEventAt.current = Date.now();
      waiting.unshift(event);
      // Jobs come in bursts: one drawing for all that came within a blink.
      drawing ??= setTimeout(() => {
        const come = waiting;
        waiting = [];
        drawing = undefined;
        setEvents((before) => [...come, ...before].slice(0, 300));
      }, 100);
      if (!event.writes) return;
      // The page reads with the app's own allowance: while the worker writes, it must not use that up.
      timer ??= setTimeout(
        () => {
          timer = undefined;
          readAt = Date.now();
          setDataVersion((version) => version + 1);
        },
        Math.max(250, readAt + 1500 - Date.now()),
      );
    });
    return () => {
      source.close();
      clearTimeout(timer);
      clearTimeout(drawing);
    };
  }, []);

  /** Waits until nothing has happened for a moment: then the worker has done what it had to. */
  async function quiet(): Promise<void> {
    const startedAt = Date.now();
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
    await pause();
    await pause();
    while (Date.now() - lastEventAt.current < 400 && Date.now() - startedAt < 4000) await pause();
  }
  return { events, dataVersion, refresh: () => setDataVersion((version) => version + 1), quiet };
}
