import { expect } from "@jest/globals";
import { Button } from "@hubspot/ui-extensions";
import type { KpisAnswer } from "@keyline/domain";
import { Kpis } from "../../../extensions/app/cards/Kpis.tsx";
import { plain, stage, type Asked, type Reply } from "../stage.tsx";
import { detail, kpis } from "./answers.ts";

type Answering = (asked: Asked, count: number) => Reply | "no answer" | Promise<Reply | "no answer">;

interface Options {
  answer?: KpisAnswer;
  /** What answers another period, a number's origin, and the writes; `count` counts the requests of one path. */
  answers?: Record<string, Answering>;
  locale?: string;
  pageDirection?: "ltr" | "rtl";
}

export const saved = (changed: Partial<KpisAnswer> = {}): Reply => ({
  body: { outcome: "saved", kpis: kpis(changed) },
});

/** The card, opened over a backend that answers its reads with `answer` and `detail`, and its writes as told. */
export async function openKpis({ answer = kpis(), answers = {}, ...options }: Options = {}) {
  const counts = new Map<string, number>();
  const backend: Answering = (asked) => {
    const count = (counts.get(asked.path) ?? 0) + 1;
    counts.set(asked.path, count);
    const own = answers[asked.path];
    if (own) return own(asked, count);
    if (asked.method === "POST") return saved();
    return { body: asked.path === "/cards/kpis" ? answer : detail() };
  };
  const shown = stage(Kpis, (asked) => backend(asked, 0), options);
  await shown.until(() => expect(shown.maybeFind(Button)).not.toBeNull());
  const button = (name: string) => shown.find(Button, (one) => plain(one.text ?? "") === name);
  return {
    ...shown,
    button,
    /** The panel behind a button, as it is at this moment. */
    panel(name: string) {
      const { overlay } = button(name).props;
      if (!overlay) throw new Error(`${name} opens nothing`);
      return overlay;
    },
    writes: () => shown.asked.filter(({ method }) => method === "POST").map(({ path, body }) => ({ path, body })),
  };
}
