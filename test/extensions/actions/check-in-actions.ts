import { Alert, DateInput, Select, TextArea, ToggleGroup } from "@hubspot/ui-extensions";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns, contact, notManaged, overdue } from "../answers.ts";
import { fire } from "../stage.tsx";
import { behind, click, submit, type CardAction } from "./card-action.ts";

const card = CheckIns;
const saved = { body: { outcome: "saved", checkIns: checkIns() } };
const day = { year: 2026, month: 11, date: 14 };

export const checkInActions: readonly CardAction[] = [
  {
    action: "start managing",
    card,
    answer: checkIns(notManaged),
    path: "/cards/check-ins/start-managing",
    saved,
    says: "managingStarted",
    finish: submit,
  },
  {
    action: "change the rhythm",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/change-rhythm",
    saved,
    says: "rhythmChanged",
    prepare: (shown, { changeRhythm }) =>
      fire(behind(shown, changeRhythm).find(Select, { name: "rhythm" }), "onChange", "weekly"),
    finish: (shown, { changeRhythm }) => submit(behind(shown, changeRhythm)),
  },
  {
    action: "stop managing",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/change-rhythm",
    saved,
    says: "managingStopped",
    finish: (shown, { stopManaging }) => click(behind(shown, stopManaging), stopManaging),
  },
  {
    action: "plan one for a day",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/plan",
    saved,
    says: "planned",
    prepare: (shown, { planOne }) => fire(behind(shown, planOne).find(DateInput), "onChange", day),
    finish: (shown, { planOne }) => submit(behind(shown, planOne)),
  },
  {
    action: "reschedule",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/reschedule",
    saved,
    says: "moved",
    prepare: (shown, { reschedule }) => fire(behind(shown, reschedule).find(DateInput), "onChange", day),
    finish: (shown, { reschedule }) => submit(behind(shown, reschedule)),
  },
  {
    action: "skip with a reason",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/skip",
    saved,
    says: "skipped",
    prepare: (shown, { skip }) => fire(behind(shown, skip).find(TextArea), "onInput", "Plant closed"),
    finish: (shown, { skip }) => submit(behind(shown, skip)),
  },
  {
    action: "log a held one",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/log",
    saved,
    says: "logged",
    prepare: (shown, { logOne }) =>
      fire(behind(shown, logOne).find(ToggleGroup, { name: "outcome" }), "onChange", "good"),
    finish: (shown, { logOne }) => submit(behind(shown, logOne)),
  },
  {
    action: "take a meeting as the check-in",
    card,
    answer: checkIns({ overdue: [overdue], offeredContact: contact }),
    path: "/cards/check-ins/confirm-contact",
    saved,
    says: "contactCounted",
    finish: (shown, { yesLogIt }) => click(shown.find(Alert), yesLogIt),
  },
  {
    action: "mark a promise as kept",
    card,
    answer: checkIns(),
    path: "/cards/check-ins/mark-promise",
    saved,
    finish: (shown, { markDone }) => click(shown, markDone),
  },
];
