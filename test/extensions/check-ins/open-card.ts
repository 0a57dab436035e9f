import { expect } from "@jest/globals";
import { Button } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { CheckInsAnswer } from "@keyline/domain";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns } from "../answers.ts";
import { plain, stage, type Asked, type Reply } from "../stage.tsx";

type OpenCard = Awaited<ReturnType<typeof openCard>>;

/** The card over a backend that answers reads with `answer` and writes with `written`. */
export async function openCard(answer: CheckInsAnswer, written?: (asked: Asked) => Reply | "no answer", locale = "en") {
  const saved = { body: { outcome: "saved", checkIns: checkIns({ brief: null, history: [] }) } };
  const backend = (asked: Asked) => (asked.method === "GET" ? { body: answer } : (written?.(asked) ?? saved));
  const shown = stage(CheckIns, backend, { locale });
  await shown.until(() => expect(shown.maybeFind(Button)).not.toBeNull());
  return { ...shown, writes: () => shown.asked.filter(({ method }) => method === "POST") };
}

/** The panel or modal behind a button. Asked anew each time: what the renderer gives is one moment of the tree. */
export function panelOf(shown: Pick<OpenCard, "find">, name: string): RenderedFragmentNode {
  const { overlay } = shown.find(Button, (button) => plain(button.text ?? "") === name).props;
  if (!overlay) throw new Error(`${name} opens nothing`);
  return overlay;
}
