import { expect } from "@jest/globals";
import { Dropdown, Modal, Panel, Tabs } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { PlanAnswer } from "@keyline/domain";
import { Plan } from "../../../extensions/app/cards/Plan.tsx";
import { fire, plain, stage, type Asked, type Reply } from "../stage.tsx";
import { planCard, saved } from "./plan-card.ts";

export type Tab = "snapshot" | "people" | "growth" | "resources" | "obstacles" | "success";

export interface Given {
  locale?: string;
  tab?: Tab;
  /** What the backend says to a write; `count` from 1. Without it, the plan stays as it is. */
  onWrite?: (asked: Asked, count: number) => Reply | "no answer";
  /** What it says to a read; nothing: the plan. */
  onRead?: (asked: Asked) => Reply | "no answer" | undefined;
}

/** The card over a backend that answers with one plan, but for what the test says. */
export async function openPlan(answer: PlanAnswer = planCard(), given: Given = {}) {
  const { locale = "en", tab, onWrite = () => saved(answer), onRead } = given;
  let writes = 0;
  const shown = stage(
    Plan,
    (asked) => (asked.method === "POST" ? onWrite(asked, ++writes) : (onRead?.(asked) ?? { body: answer })),
    { locale, pageDirection: locale === "en" ? "ltr" : "rtl" },
  );
  await shown.until(() => expect(shown.maybeFind(Tabs)).not.toBeNull());
  if (tab) fire(shown.find(Tabs), "onSelectedChange", tab);
  return {
    ...shown,
    writes: () => shown.asked.filter(({ method }) => method === "POST"),
    alerts: () => shown.calls.filter(({ name }) => name === "addAlert").map(({ values }) => values[0]),
    closed: () => shown.calls.filter(({ name }) => name === "closeOverlay").map(({ values }) => values[0]),
    /** A panel by its title. Asked anew each time: the renderer gives one moment of the tree. */
    panel: (title: string) => shown.find(Panel, ({ props }) => plain(props.title ?? "") === title),
    modal: (title: string) => shown.find(Modal, ({ props }) => plain(props.title ?? "") === title),
    /** What stands behind "More". */
    menu: () => shown.findAll(Dropdown.ButtonItem).map((item) => plain(item.text ?? "")),
    item: (name: string) => shown.find(Dropdown.ButtonItem, (item) => plain(item.text ?? "") === name),
  };
}

export type OpenPlan = Awaited<ReturnType<typeof openPlan>>;
/** Some part of the tree. */
export type Within = Pick<RenderedFragmentNode, "find" | "findAll" | "maybeFind">;

/** The same plan, otherwise. */
export function planWith(
  changed: Partial<NonNullable<PlanAnswer["plan"]>>,
  more: Partial<PlanAnswer> = {},
): PlanAnswer {
  const answer = planCard();
  return { ...answer, ...more, plan: answer.plan && { ...answer.plan, ...changed } };
}
