import { Button, Form, LoadingButton } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { ar, en, PlainKey } from "@keyline/ui";
import { plain, type stage, type Card, type Reply } from "../stage.tsx";

export type Shown = ReturnType<typeof stage>;
export type Words = typeof en | typeof ar;
type Within = Pick<RenderedFragmentNode, "find" | "maybeFind">;

/** One thing that a person can do on a card. */
export interface CardAction {
  action: string;
  card: Card;
  /** What the card is answered before. */
  answer: object;
  /** What other reads are answered, by their path. */
  reads?: Record<string, object>;
  /** The route that is asked, once. */
  path: string;
  /** What the backend then answers. */
  saved: Reply;
  /** What is said of it; nothing, where the card itself shows it. */
  says?: PlainKey | ((words: Words) => string);
  /** As far as the last click. */
  prepare?: (shown: Shown, words: Words) => void | Promise<void>;
  /** The last click, on what stands there at this moment. */
  finish: (shown: Shown, words: Words) => () => void;
}

export function buttonOf(within: Within, name: string) {
  const isNamed = (button: { text: string | null }) => plain(button.text ?? "") === name;
  return within.maybeFind(LoadingButton, isNamed) ?? within.find(Button, isNamed);
}

/** A click on a button as it stands now. */
export function click(within: Within, name: string): () => void {
  const button = buttonOf(within, name);
  return () => button.trigger("onClick");
}

/** What stands behind a button. Asked anew each time: the renderer gives one moment of the tree. */
export function behind(within: Within, name: string): RenderedFragmentNode {
  const isNamed = (button: { text: string | null; props: { overlay?: unknown } }) =>
    plain(button.text ?? "") === name && button.props.overlay !== undefined;
  const { overlay } = within.find(Button, isNamed).props;
  if (!overlay) throw new Error(`${name} opens nothing`);
  return overlay;
}

/** Sends a form as it stands now. */
export function submit(within: Within): () => void {
  const form = within.find(Form);
  return () => form.trigger("onSubmit");
}
