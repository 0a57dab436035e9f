import { Button, DateInput, Form, Input, Link, MultiSelect, Select, Tabs, TextArea } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import { Plan } from "../../../extensions/app/cards/Plan.tsx";
import { frigor, guide, lina, planCard, salma, saved } from "../plan/plan-card.ts";
import type { Tab } from "../plan/open-plan.ts";
import { fire, plain } from "../stage.tsx";
import { click, submit, type CardAction, type Shown, type Words } from "./card-action.ts";

const day = { year: 2026, month: 11, date: 20 };
/** A plan with one line of each kind. */
const answer = planCard({ objectives: { roadmap: [guide] }, people: { deciders: [salma] } });
const common = { card: Plan, answer, saved: saved(answer) };
const show = (shown: Shown, tab: Tab) => fire(shown.find(Tabs), "onSelectedChange", tab);

/** The panel behind a link or button of a tab. */
function panelOf(shown: Shown, name: string): RenderedFragmentNode {
  const isNamed = (node: { text: string | null; props: { overlay?: unknown } }) =>
    plain(node.text ?? "") === name && node.props.overlay !== undefined;
  const { overlay } = (shown.maybeFind(Link, isNamed) ?? shown.find(Button, isNamed)).props;
  if (!overlay) throw new Error(`${name} opens nothing`);
  return overlay;
}
type Name = (words: Words) => string;
/** Opens a panel on a tab, as far as its form. */
const opened =
  (tab: Tab, name: Name, fill: (panel: () => RenderedFragmentNode) => void = () => {}) =>
  async (shown: Shown, words: Words) => {
    show(shown, tab);
    const panel = () => panelOf(shown, name(words));
    const [first] = panel().childNodes;
    if (first && "trigger" in first) first.trigger("onOpen");
    await shown.until(() => void panel().find(Form));
    fill(panel);
  };

const toRoadmap: Name = ({ addToRoadmap }) => addToRoadmap;
const toObstacles: Name = ({ addObstacle }) => addObstacle;
const toPeople: Name = ({ addDeciders }) => addDeciders;
const sent = (name: Name) => (shown: Shown, words: Words) => submit(panelOf(shown, name(words)));

export const planActions: readonly CardAction[] = [
  {
    ...common,
    action: "add to the roadmap",
    path: "/cards/objectives/add",
    says: "addedToRoadmap",
    prepare: opened("growth", toRoadmap, (panel) => {
      fire(panel().find(Input, { name: "name" }), "onInput", "Reports for the shift");
      fire(panel().find(DateInput, { name: "dueOn" }), "onChange", day);
    }),
    finish: sent(toRoadmap),
  },
  {
    ...common,
    action: "change a line of the roadmap",
    path: "/cards/objectives/edit",
    says: "saved",
    prepare: opened(
      "growth",
      () => guide.name,
      (panel) => fire(panel().find(Input, { name: "name" }), "onInput", "Guide for integrators"),
    ),
    finish: sent(() => guide.name),
  },
  {
    ...common,
    action: "move a line by one click",
    path: "/cards/objectives/move",
    prepare: (shown) => show(shown, "growth"),
    finish: (shown, { moveDone }) => click(shown, moveDone),
  },
  {
    ...common,
    action: "add what stands in the way",
    path: "/cards/obstacles/add",
    says: "addedObstacle",
    prepare: opened("obstacles", toObstacles, (panel) => {
      fire(panel().find(Input, { name: "name" }), "onInput", "Board changes");
      fire(panel().find(Select, { name: "likelihood" }), "onChange", "medium");
      fire(panel().find(Select, { name: "impact" }), "onChange", "high");
    }),
    finish: sent(toObstacles),
  },
  {
    ...common,
    action: "answer what stands in the way",
    path: "/cards/obstacles/edit",
    says: "saved",
    prepare: opened(
      "obstacles",
      () => frigor.name,
      (panel) => fire(panel().find(TextArea, { name: "answer" }), "onInput", "Show the payback"),
    ),
    finish: sent(() => frigor.name),
  },
  {
    ...common,
    action: "say who decides",
    path: "/cards/people/add",
    says: ({ peopleAdded }) => peopleAdded.one.replace("{count}", "1"),
    prepare: opened("people", toPeople, (panel) => {
      fire(panel().find(MultiSelect, { name: "contacts" }), "onChange", [lina.id]);
      fire(panel().find(MultiSelect, { name: `roles-${lina.id}` }), "onChange", ["influencer"]);
    }),
    finish: sent(toPeople),
  },
  {
    ...common,
    action: "change who decides",
    path: "/cards/people/edit",
    says: "saved",
    prepare: opened(
      "people",
      () => salma.name,
      (panel) => fire(panel().find(Select, { name: "strength" }), "onChange", 5),
    ),
    finish: sent(() => salma.name),
  },
];
