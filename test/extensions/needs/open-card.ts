import { expect } from "@jest/globals";
import { Button, Link, LoadingButton } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { NeedRow, NeedsAnswer } from "@keyline/domain";
import { Needs } from "../../../extensions/app/cards/Needs.tsx";
import { plain, stage, type Asked, type Reply } from "../stage.tsx";
import { details, needs, written } from "./answers.ts";

export type OpenCard = Awaited<ReturnType<typeof openNeeds>>;

/** The card over a backend that answers reads with `answer` and writes with what `onWrite` gives. */
export async function openNeeds(
  answer: NeedsAnswer = needs(),
  onWrite?: (asked: Asked) => Reply | "no answer" | Promise<Reply | "no answer">,
  locale = "en",
) {
  const one = (key: unknown) => answer.needs.find((need) => need.key === key) ?? answer.needs[0];
  const backend = (asked: Asked): Reply | "no answer" | Promise<Reply | "no answer"> => {
    if (asked.method === "POST") return onWrite?.(asked) ?? { body: written(one(asked.body["needKey"])!) };
    if (asked.path === "/cards/needs") return { body: answer };
    return { body: details(one(asked.query["needKey"])!) };
  };
  const shown = stage(Needs, backend, { locale });
  await shown.until(() => expect(shown.maybeFind(Button)).not.toBeNull());
  return {
    ...shown,
    writes: () => shown.asked.filter(({ method }) => method === "POST"),
    alerts: () => shown.calls.filter(({ name }) => name === "addAlert").map(({ values }) => values[0]),
  };
}

type Findable = Pick<OpenCard, "find" | "maybeFind">;

/** What a button opens. Asked anew each time: what the renderer gives is one moment of the tree. */
export function panelOf(shown: Findable, name: string): RenderedFragmentNode {
  const { overlay } = shown.find(Button, (button) => plain(button.text ?? "") === name).props;
  if (!overlay) throw new Error(`${name} opens nothing`);
  return overlay;
}

/** The panel of one need, opened, with its details read. */
export async function openNeed(shown: OpenCard, need: NeedRow): Promise<() => RenderedFragmentNode> {
  const link = () => shown.find(Link, (one) => plain(one.text ?? "") === need.name);
  link().trigger("onClick");
  const panel = () => {
    const { overlay } = link().props;
    if (!overlay) throw new Error(`${need.name} opens nothing`);
    return overlay;
  };
  await shown.until(() => expect(panel().maybeFind(Button)).not.toBeNull());
  return panel;
}

export function press(within: Findable, name: string): void {
  buttonOf(within, name).trigger("onClick");
}

export function buttonOf(within: Findable, name: string) {
  const isNamed = (button: { text: string | null }) => plain(button.text ?? "") === name;
  return within.maybeFind(LoadingButton, isNamed) ?? within.find(Button, isNamed);
}
