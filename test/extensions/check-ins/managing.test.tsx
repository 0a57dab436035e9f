import { describe, expect, test } from "@jest/globals";
import { DateInput, Form, LoadingButton, Select } from "@hubspot/ui-extensions";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns, notManaged } from "../answers.ts";
import { fire, stage } from "../stage.tsx";
import { openCard, panelOf } from "./open-card.ts";

describe("start managing", () => {
  test("the form opens with what the type gives, and says the first date", async () => {
    const shown = stage(CheckIns, () => ({ body: checkIns(notManaged) }));
    await shown.until(() => expect(shown.texts()).toContain("Start managing"));
    expect(shown.find(Select, { name: "type" }).props.value).toBe("key");
    expect(shown.find(Select, { name: "rhythm" }).props.value).toBe("monthly");
    expect(shown.texts()).toContain("First check-in: Sun 6 Dec");
  });

  test("another type brings its own rhythm and tier; sent with what was chosen", async () => {
    const body = { outcome: "saved", checkIns: checkIns() };
    const shown = stage(CheckIns, ({ method }) => ({ body: method === "GET" ? checkIns(notManaged) : body }));
    await shown.until(() => expect(shown.texts()).toContain("Start managing"));
    fire(shown.find(Select, { name: "type" }), "onChange", "strategic");
    shown.find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("Every month, first Sunday · Noura Alharbi"));
    expect(shown.asked[1]).toMatchObject({
      path: "/cards/check-ins/start-managing",
      body: {
        companyId: "101",
        type: "strategic",
        tier: "a",
        rhythm: { name: "every_2_weeks", rule: "sunday", startsOn: "2026-12-01" },
        leadManagerId: "11",
      },
    });
    expect(shown.calls.map(({ name }) => name)).toContain("refreshObjectProperties");
  });

  test("an own interval is a number and its unit", async () => {
    const shown = stage(CheckIns, () => ({ body: checkIns(notManaged) }));
    await shown.until(() => expect(shown.texts()).toContain("Start managing"));
    fire(shown.find(Select, { name: "rhythm" }), "onChange", "own");
    fire(shown.find(Select, { name: "everyUnit" }), "onChange", "weeks");
    shown.find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    expect(shown.asked[1]?.body["rhythm"]).toMatchObject({ name: "own", rule: "every 10 weeks" });
  });
});

describe("change the rhythm", () => {
  test("a pause that ends before it starts is refused at its field", async () => {
    const shown = await openCard(checkIns());
    const inPanel = () => panelOf(shown, "Change rhythm");
    fire(inPanel().find(DateInput, { name: "pausedFrom" }), "onChange", { year: 2026, month: 11, date: 20 });
    fire(inPanel().find(DateInput, { name: "pausedUntil" }), "onChange", { year: 2026, month: 11, date: 1 });
    inPanel().find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(inPanel().find(DateInput, { name: "pausedUntil" }).props.validationMessage).toBe(
        "The end is before the start.",
      ),
    );
    expect(shown.writes()).toEqual([]);
  });

  test("sends what was seen, so that somebody else's change is noticed", async () => {
    const shown = await openCard(checkIns());
    fire(panelOf(shown, "Change rhythm").find(Select, { name: "rhythm" }), "onChange", "weekly");
    panelOf(shown, "Change rhythm").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({
      rhythm: { name: "weekly", rule: null, startsOn: "2026-11-01" },
      expected: { name: "monthly", rule: "first sunday", startsOn: "2026-11-01" },
    });
  });

  test("stop managing asks once, then ends the rhythm", async () => {
    const shown = await openCard(checkIns());
    panelOf(shown, "Stop managing").find(LoadingButton).trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body["rhythm"]).toBeNull();
  });
});
