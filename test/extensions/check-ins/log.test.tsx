import { describe, expect, test } from "@jest/globals";
import { Button, DateInput, Form, Input, Select, TextArea, ToggleGroup } from "@hubspot/ui-extensions";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns, contact, overdue, promise, refusal } from "../answers.ts";
import { fire, plain, stage } from "../stage.tsx";
import { openCard, panelOf } from "./open-card.ts";

describe("log a check-in", () => {
  test("the panel opens filled: the overdue one, today, the contact already made", async () => {
    const shown = await openCard(checkIns({ overdue: [overdue], offeredContact: contact }));
    const panel = panelOf(shown, "Log it");
    expect(panel.find(Select, { name: "checkIn" }).props.value).toBe(overdue.key);
    expect(panel.find(DateInput, { name: "heldOn" }).props.value).toEqual({ year: 2026, month: 10, date: 19 });
    expect(panel.find(ToggleGroup, { name: "attendees" }).props.value).toEqual(["31"]);
    const topics = panel.find(ToggleGroup, { name: "topics" }).props.options.map(({ label }) => plain(label));
    expect(topics).toEqual(["Reporting in Arabic", "Second plant", "The renewal"]);
  });

  test.each([
    ["en", "Log one", "Promised: Send integration guide", "Tom · by Fri 20 Nov"],
    ["ar-sa", "سجّل متابعة", "الوعد: Send integration guide", "Tom – قبل الجمعة ٢٠ نوفمبر"],
  ])("an earlier promise says whose it is and until when, in %s", async (locale, opener, label, who) => {
    const shown = await openCard(checkIns(), undefined, locale);
    const { label: shownLabel, description } = panelOf(shown, opener).find(Select, { name: "promise-r1" }).props;
    expect([shownLabel, description].map((text) => plain(text ?? ""))).toEqual([label, who]);
  });

  test("everything written is sent; empty rows and lines are not", async () => {
    const shown = await openCard(checkIns());
    const inPanel = () => panelOf(shown, "Log one");
    fire(inPanel().find(ToggleGroup, { name: "outcome" }), "onChange", "good");
    fire(inPanel().find(ToggleGroup, { name: "topics" }), "onChange", ["Second plant"]);
    fire(inPanel().find(TextArea, { name: "ownTopics" }), "onInput", "Prices\n\n Pallets ");
    fire(inPanel().find(Select, { name: "promise-r1" }), "onChange", "done");
    fire(inPanel().find(Input, { name: "what-0" }), "onInput", "Send the price list");
    fire(inPanel().find(Input, { name: "who-0" }), "onInput", "Noura");
    inPanel()
      .find(Button, (button) => plain(button.text ?? "") === "Add another")
      .trigger("onClick");
    inPanel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.calls).toContainEqual({ name: "closeOverlay", values: ["keyline-log"] }));
    expect(shown.writes()[0]?.body).toMatchObject({
      checkInKey: "101:2026-12-06",
      expected: { state: "planned", due: "2026-12-06" },
      heldOn: "2026-11-24",
      outcome: "good",
      topics: ["Second plant", "Prices", "Pallets"],
      recommendations: [{ what: "Send the price list", who: "Noura", by: null }],
      promised: [{ checkInKey: promise.checkInKey, id: "r1", state: "done" }],
      obstacles: null,
      contactMadeId: null,
    });
  });

  test.each([
    ["en", "Choose one of these."],
    ["ar-sa", "اختر واحدًا من هذه."],
  ])("without an outcome nothing is sent, and the error stands at the field, in %s", async (locale, message) => {
    const shown = await openCard(checkIns(), undefined, locale);
    const name = locale === "en" ? "Log one" : "سجّل متابعة";
    panelOf(shown, name).find(Form).trigger("onSubmit");
    await shown.until(() => {
      const { error, validationMessage } = panelOf(shown, name).find(ToggleGroup, { name: "outcome" }).props;
      expect([error, validationMessage]).toEqual([true, message]);
    });
    expect(shown.writes()).toEqual([]);
  });

  test("what the backend says of a field stands at that field", async () => {
    const fields = [{ path: "heldOn", message: "This day has not come yet." }];
    const shown = await openCard(checkIns(), () => ({
      status: 400,
      body: { error: { code: "invalid-input", message: "", fields } },
    }));
    fire(panelOf(shown, "Log one").find(ToggleGroup, { name: "outcome" }), "onChange", "good");
    panelOf(shown, "Log one").find(Form).trigger("onSubmit");
    await shown.until(() => {
      expect(panelOf(shown, "Log one").find(DateInput, { name: "heldOn" }).props.validationMessage).toBe(
        fields[0]?.message,
      );
    });
  });

  test("what somebody else closed while the form was open is no second record", async () => {
    let answer = checkIns();
    const shown = stage(CheckIns, ({ method }) =>
      method === "GET" ? { body: answer } : { status: 409, body: refusal("conflict") },
    );
    await shown.until(() => expect(shown.texts()).toContain("Log one"));
    shown.find(Button, { variant: "primary" }).trigger("onClick");
    fire(panelOf(shown, "Log one").find(ToggleGroup, { name: "outcome" }), "onChange", "good");
    answer = checkIns({ next: { ...checkIns().next!, id: "502", key: "101:2027-01-03", due: "2027-01-03" } });
    shown.recordChanged();
    await shown.until(() => expect(shown.texts().join()).toContain("Sun 3 Jan 2027"));
    panelOf(shown, "Log one").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.asked).toHaveLength(3));
    expect(shown.asked[2]?.body).toMatchObject({ checkInKey: "101:2026-12-06", outcome: "good" });
  });

  test("one that nobody had planned", async () => {
    const shown = await openCard(checkIns());
    fire(panelOf(shown, "Log one").find(Select, { name: "checkIn" }), "onChange", "");
    fire(panelOf(shown, "Log one").find(ToggleGroup, { name: "outcome" }), "onChange", "mixed");
    panelOf(shown, "Log one").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ checkInKey: null, expected: null });
  });

  test("someone else logged it: both are shown; mine is sent over theirs only when asked", async () => {
    const found = { state: "held", due: "2026-12-06", heldOn: "2026-11-23", outcome: "poor" };
    let answers = 0;
    const shown = await openCard(checkIns(), () =>
      answers++ === 0
        ? { status: 409, body: refusal("conflict", found) }
        : { body: { outcome: "saved", checkIns: checkIns() } },
    );
    fire(panelOf(shown, "Log one").find(ToggleGroup, { name: "outcome" }), "onChange", "good");
    panelOf(shown, "Log one").find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["There now: held Mon 23 Nov, Went badly", "Yours: held Tue 24 Nov, Went well"]),
      ),
    );
    panelOf(shown, "Log one")
      .find(Button, (button) => plain(button.text ?? "") === "Use mine")
      .trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body["expected"]).toEqual({ state: "held", due: "2026-12-06" });
    expect(shown.writes()[1]?.body["idempotencyKey"]).not.toBe(shown.writes()[0]?.body["idempotencyKey"]);
  });
});
