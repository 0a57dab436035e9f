import { Form, Input, Link, LoadingButton, NumberInput, Select, TextArea } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { NeedRow, NeedWritten } from "@keyline/domain";
import { Needs } from "../../../extensions/app/cards/Needs.tsx";
import { details, energy, line4, needs, plant, proof, reporting, written } from "../needs/answers.ts";
import { planCard } from "../plan/plan-card.ts";
import { fire, plain } from "../stage.tsx";
import { behind, buttonOf, click, submit, type CardAction, type Shown, type Words } from "./card-action.ts";

/** The card with one need, which can be opened. */
const about = (need: NeedRow) => ({
  card: Needs,
  answer: needs({ needs: [need] }),
  reads: { "/cards/needs/one": details(need) },
});
const saved = (need: NeedRow, deal: NeedWritten["deal"] = null) => ({ body: written(need, deal) });

function panelOf(shown: Shown, name: string): RenderedFragmentNode {
  const { overlay } = shown.find(Link, (link) => plain(link.text ?? "") === name).props;
  if (!overlay) throw new Error(`${name} opens nothing`);
  return overlay;
}
/** The panel of one need, with one of its forms in front where `button` opens one. */
const opened = (need: NeedRow, button?: (words: Words) => string) => async (shown: Shown, words: Words) => {
  shown.find(Link, (link) => plain(link.text ?? "") === need.name).trigger("onClick");
  if (!button) return shown.until(() => void panelOf(shown, need.name).find(LoadingButton));
  await shown.until(() => void buttonOf(panelOf(shown, need.name), button(words)));
  click(panelOf(shown, need.name), button(words))();
  await shown.until(() => void panelOf(shown, need.name).find(Form));
};
const within = (need: NeedRow) => (shown: Shown) => panelOf(shown, need.name);

export const needActions: readonly CardAction[] = [
  {
    ...about(reporting),
    action: "add a need",
    path: "/cards/needs/add",
    saved: saved(reporting),
    says: "needAdded",
    prepare: (shown, { needAdd }) => fire(behind(shown, needAdd).find(Input, { name: "name" }), "onInput", "Freight"),
    finish: (shown, { needAdd }) => submit(behind(shown, needAdd)),
  },
  {
    ...about(reporting),
    action: "edit it",
    path: "/cards/needs/edit",
    saved: saved({ ...reporting, risk: "low" }),
    says: "saved",
    prepare: async (shown, words) => {
      await opened(reporting, ({ needEdit }) => needEdit)(shown, words);
      fire(within(reporting)(shown).find(Select, { name: "risk" }), "onChange", "low");
    },
    finish: (shown) => submit(within(reporting)(shown)),
  },
  {
    ...about(reporting),
    action: "say that it is still true",
    path: "/cards/needs/confirm",
    saved: saved(reporting),
    says: "needIsConfirmed",
    prepare: opened(reporting),
    finish: (shown, { needConfirm }) => click(within(reporting)(shown), needConfirm),
  },
  {
    ...about(reporting),
    action: "mark it as met",
    path: "/cards/needs/meet",
    saved: saved({ ...reporting, status: "met", endedOn: "2026-11-24" }),
    says: "needIsMet",
    prepare: async (shown, words) => {
      await opened(reporting, ({ needMarkMet }) => needMarkMet)(shown, words);
      fire(within(reporting)(shown).find(TextArea), "onInput", "They use it daily");
    },
    finish: (shown) => submit(within(reporting)(shown)),
  },
  {
    ...about(reporting),
    action: "drop it with a reason",
    path: "/cards/needs/drop",
    saved: saved({ ...reporting, status: "dropped", endedOn: "2026-11-24" }),
    says: "needIsDropped",
    prepare: async (shown, words) => {
      await opened(reporting, ({ needDrop }) => needDrop)(shown, words);
      fire(within(reporting)(shown).find(TextArea), "onInput", "They built it");
    },
    finish: (shown) => submit(within(reporting)(shown)),
  },
  {
    ...about(energy),
    action: "open it again",
    path: "/cards/needs/reopen",
    saved: saved({ ...energy, status: "confirmed", endedOn: null }),
    says: "needReopened",
    prepare: async (shown, words) => {
      fire(shown.find(Select, { name: "status" }), "onChange", "met");
      await shown.until(() => void panelOf(shown, energy.name));
      await opened(energy)(shown, words);
    },
    finish: (shown, { needReopen }) => click(within(energy)(shown), needReopen),
  },
  {
    ...about(reporting),
    action: "open a deal from it",
    path: "/cards/needs/open-deal",
    saved: saved({ ...reporting, dealId: "43" }, { ...line4, id: "43", name: reporting.name }),
    says: ({ needDealOpened }) => needDealOpened.replace("{deal}", reporting.name),
    prepare: (shown, { needOpenDeal }) => fire(behind(shown, needOpenDeal).find(NumberInput), "onChange", 90_000),
    finish: (shown, { needOpenDeal }) => submit(behind(shown, needOpenDeal)),
  },
  {
    ...about(proof),
    action: "link another deal",
    path: "/cards/needs/link-deal",
    saved: saved({ ...proof, dealId: plant.id }, plant),
    says: ({ needDealLinked }) => needDealLinked.replace("{deal}", plant.name),
    prepare: opened(proof, ({ needChangeDeal }) => needChangeDeal),
    finish: (shown) => submit(within(proof)(shown)),
  },
  {
    ...about(proof),
    action: "take its deal away",
    path: "/cards/needs/link-deal",
    saved: saved({ ...proof, dealId: null }),
    says: "needDealUnlinked",
    prepare: opened(proof, ({ needChangeDeal }) => needChangeDeal),
    finish: (shown, { needUnlinkDeal }) => click(within(proof)(shown), needUnlinkDeal),
  },
  {
    ...about(reporting),
    action: "serve it by an initiative",
    path: "/cards/objectives/add",
    saved: { body: { outcome: "saved", plan: planCard() } },
    says: "needServed",
    prepare: opened(reporting, ({ needServe }) => needServe),
    finish: (shown) => submit(within(reporting)(shown)),
  },
];
