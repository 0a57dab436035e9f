import { describe, expect, test } from "@jest/globals";
import { Alert, Button, DateInput, Form, LoadingButton, TextArea } from "@hubspot/ui-extensions";
import { checkIns, contact, overdue } from "../answers.ts";
import { fire, plain } from "../stage.tsx";
import { openCard, panelOf } from "./open-card.ts";

describe("move, skip, plan", () => {
  const dayOff = { body: { outcome: "day-off", asked: "2026-12-11", offered: "2026-12-13", holiday: null } };

  test("a day off is answered with the next working day, before anything is saved", async () => {
    const shown = await openCard(checkIns(), ({ body }) =>
      body["to"] === "2026-12-11" ? dayOff : { body: { outcome: "saved", checkIns: checkIns() } },
    );
    fire(panelOf(shown, "Reschedule").find(DateInput), "onChange", { year: 2026, month: 11, date: 11 });
    panelOf(shown, "Reschedule").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("Fri 11 Dec is a day off."));
    panelOf(shown, "Reschedule").find(LoadingButton).trigger("onClick");
    await shown.until(() =>
      expect(shown.calls).toContainEqual({ name: "closeOverlay", values: ["keyline-reschedule-501"] }),
    );
    expect(shown.writes().map(({ body }) => body["to"])).toEqual(["2026-12-11", "2026-12-13"]);
  });

  test("plan one for a day, beside the rhythm", async () => {
    const shown = await openCard(checkIns());
    fire(panelOf(shown, "Plan one").find(DateInput), "onChange", { year: 2026, month: 10, date: 30 });
    panelOf(shown, "Plan one").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({ path: "/cards/check-ins/plan", body: { on: "2026-11-30" } });
  });

  test("skipping asks why, and takes no silence for an answer", async () => {
    const shown = await openCard(checkIns());
    panelOf(shown, "Skip").find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(panelOf(shown, "Skip").find(TextArea).props.validationMessage).toBe("Fill this in."),
    );
    fire(panelOf(shown, "Skip").find(TextArea), "onInput", "Plant closed");
    panelOf(shown, "Skip").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ reason: "Plant closed", checkInKey: "101:2026-12-06" });
  });
});

const answer = checkIns({ overdue: [overdue], offeredContact: contact });

describe("contact already made", () => {
  test.each([
    ["en", "You met S. Haddad on Thu 19 Nov. Was that this check-in?"],
    ["ar-sa", "التقيت S. Haddad يوم الخميس ١٩ نوفمبر. هل كانت هذه هي المتابعة؟"],
  ])("is offered, in %s", async (locale, question) => {
    const shown = await openCard(answer, undefined, locale);
    expect(plain(shown.find(Alert).props.title)).toBe(question);
  });

  test("one click logs it", async () => {
    const shown = await openCard(answer);
    shown.find(Alert).find(LoadingButton).trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/check-ins/confirm-contact",
      body: { contactMadeId: "777", isCheckIn: true, expected: { state: "overdue", due: "2026-11-22" } },
    });
  });

  test("a no goes away at once, and comes back when it could not be kept", async () => {
    const shown = await openCard(answer, () => "no answer");
    shown.find(Alert).find(Button).trigger("onClick");
    expect(shown.maybeFind(Alert)).toBeNull();
    await shown.until(() => expect(shown.maybeFind(Alert)).not.toBeNull());
  });
});

describe("what was promised", () => {
  test("is marked at once", async () => {
    const shown = await openCard(checkIns(), () => ({ body: { outcome: "saved", checkIns: checkIns() } }));
    shown.find(Button, (button) => plain(button.text ?? "") === "Done").trigger("onClick");
    expect(shown.texts()).toContain("Carried out");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ checkInKey: "101:2026-11-01", id: "r1", state: "done" });
  });
});
