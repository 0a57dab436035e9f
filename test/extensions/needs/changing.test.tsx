import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form, Input, NumberInput, Select, TextArea } from "@hubspot/ui-extensions";
import { checkIns, refusal } from "../answers.ts";
import { fire, plain, type Asked, type Reply } from "../stage.tsx";
import { delivery, energy, line4, needs, plant, proof, reporting, written } from "./answers.ts";
import { buttonOf, openNeed, openNeeds, panelOf, press, type OpenCard } from "./open-card.ts";

type Panel = ReturnType<typeof panelOf>;
const type = (panel: Panel, field: typeof Input | typeof TextArea, name: string, text: string) =>
  fire(panel.find(field, { name }), "onInput", text);
const submit = (panel: Panel) => panel.find(Form).trigger("onSubmit");
const conflict = (found: object): Reply => ({
  status: 409,
  body: refusal("conflict", { status: "confirmed", dealId: null, content: {}, ...found }),
});
const lastWrite = (shown: OpenCard) => shown.writes().at(-1);

describe("adding", () => {
  const fresh = { ...reporting, id: "699", key: "101:fresh", name: "Cheaper freight" };

  test("sends the form once, and the list shows the need at once", async () => {
    const shown = await openNeeds(needs(), () => ({ body: written(fresh) }));
    const panel = () => panelOf(shown, "Add a need");
    type(panel(), Input, "name", "Cheaper freight");
    type(panel(), TextArea, "what", "A third less");
    submit(panel());
    submit(panel());
    await shown.until(() => expect(shown.texts()).toContain("Cheaper freight"));
    expect(shown.writes()).toHaveLength(1);
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/needs/add",
      body: {
        name: "Cheaper freight",
        what: "A third less",
        risk: "medium",
        voicedById: null,
        voicedOn: "2026-11-24",
        companyId: "101",
      },
    });
    expect(shown.alerts()).toMatchObject([{ type: "success" }]);
    expect(panel().find(Input, { name: "name" }).props.value).toBe("");
  });

  test("an empty name is said at its field, and nothing is sent", async () => {
    const shown = await openNeeds();
    submit(panelOf(shown, "Add a need"));
    await shown.until(() =>
      expect(panelOf(shown, "Add a need").find(Input, { name: "name" }).props.validationMessage).toBe("Fill this in."),
    );
    expect(shown.writes()).toEqual([]);
  });

  test("after a lost answer the form is still there, and sending other words is the same need", async () => {
    let count = 0;
    const shown = await openNeeds(needs(), () => (++count === 1 ? "no answer" : { body: written(fresh) }));
    const panel = () => panelOf(shown, "Add a need");
    type(panel(), Input, "name", "Cheap freight");
    submit(panel());
    await shown.until(() => expect(plain(panel().find(Alert).props.title)).toBe("This was not saved"));
    type(panel(), Input, "name", "Cheaper freight");
    submit(panel());
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    const [first, second] = shown.writes().map(({ body }) => body);
    expect(second?.["onceId"]).toBe(first?.["onceId"]);
    expect(second?.["idempotencyKey"]).not.toBe(first?.["idempotencyKey"]);
  });

  test("the next need is another one", async () => {
    const shown = await openNeeds(needs(), () => ({ body: written(fresh) }));
    const panel = () => panelOf(shown, "Add a need");
    for (const name of ["One", "Two"]) {
      type(panel(), Input, "name", name);
      const before = shown.writes().length;
      submit(panel());
      await shown.until(() => expect(shown.alerts()).toHaveLength(before + 1));
    }
    const ids = shown.writes().map(({ body }) => body["onceId"]);
    expect(new Set(ids).size).toBe(2);
  });

  test("what HubSpot refuses is said above the form, which keeps the words", async () => {
    const shown = await openNeeds(needs(), () => ({ status: 422, body: refusal("refused") }));
    const panel = () => panelOf(shown, "Add a need");
    type(panel(), Input, "name", "Cheaper freight");
    submit(panel());
    await shown.until(() => expect(shown.texts()).toContain("said by the backend: refused"));
    expect(panel().find(Input, { name: "name" }).props.value).toBe("Cheaper freight");
  });
});

describe("editing", () => {
  async function editing(onWrite: (asked: Asked, count: number) => Reply) {
    let count = 0;
    const shown = await openNeeds(needs(), (asked) => onWrite(asked, ++count));
    const panel = await openNeed(shown, reporting);
    press(panel(), "Edit");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    return { shown, panel };
  }

  test("sends what was seen beside what is wanted", async () => {
    const { shown, panel } = await editing(() => ({ body: written({ ...reporting, risk: "low" }) }));
    fire(panel().find(Select, { name: "risk" }), "onChange", "low");
    submit(panel());
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(lastWrite(shown)?.body).toMatchObject({
      needKey: reporting.key,
      before: { risk: "high", why: "Auditors ask the shift leaders" },
      after: { risk: "low", why: "Auditors ask the shift leaders" },
    });
  });

  test.each([
    ["Use mine", "Reports in Arabic", "Arabic reports"],
    ["Keep theirs", "Arabic reports", "Arabic reports"],
  ])("somebody else changed the same field: both are shown; %s", async (choice, after, before) => {
    const { shown, panel } = await editing((_, count) =>
      count === 1 ? conflict({ content: { name: "Arabic reports" } }) : { body: written(reporting) },
    );
    type(panel(), Input, "name", "Reports in Arabic");
    type(panel(), TextArea, "why", "The ministry asks");
    submit(panel());
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["There now: Need: Arabic reports", "Yours: Need: Reports in Arabic"]),
      ),
    );
    press(panel(), choice);
    if (choice === "Keep theirs") {
      await shown.until(() => expect(panel().maybeFind(Alert)).toBeNull());
      expect(panel().find(TextArea, { name: "why" }).props.value).toBe("The ministry asks");
      submit(panel());
    }
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(lastWrite(shown)?.body).toMatchObject({
      before: { name: before },
      after: { name: after, why: "The ministry asks" },
    });
  });

  test("a field that the backend refuses is said at the field", async () => {
    const body = {
      error: { code: "invalid-input", message: "No", fields: [{ path: "after.name", message: "Not so" }] },
    };
    const { shown, panel } = await editing(() => ({ status: 400, body }));
    type(panel(), Input, "name", "X");
    submit(panel());
    await shown.until(() => expect(panel().find(Input, { name: "name" }).props.validationMessage).toBe("Not so"));
  });

  test("cancelling goes back to the need", async () => {
    const { shown, panel } = await editing(() => ({ body: written(reporting) }));
    press(panel(), "Cancel");
    await shown.until(() => expect(panel().maybeFind(Form)).toBeNull());
    expect(shown.writes()).toEqual([]);
  });
});

describe("the life of a need", () => {
  test("still true: one click", async () => {
    const confirmed = { ...delivery, status: "confirmed" as const, knownOn: "2026-11-24" as const };
    const shown = await openNeeds(needs(), () => ({ body: written(confirmed) }));
    const panel = await openNeed(shown, delivery);
    expect(buttonOf(panel(), "Still true").props.variant).toBe("primary");
    press(panel(), "Still true");
    await shown.until(() => expect(shown.texts().join()).not.toContain("was not confirmed"));
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/needs/confirm",
      body: { needKey: delivery.key, expected: "identified" },
    });
  });

  test("while one click is under way nothing else can be pressed: nobody conflicts with themselves", async () => {
    let answer: (reply: Reply) => void = () => {};
    const shown = await openNeeds(needs(), () => new Promise<Reply>((resolve) => (answer = resolve)));
    const panel = await openNeed(shown, reporting);
    const canPress = () =>
      panel()
        .findAll(Button)
        .filter(({ props }) => !props.disabled).length;
    expect(canPress()).toBe(5);
    press(panel(), "Still true");
    await shown.until(() => expect(canPress()).toBe(0));
    answer({ body: written(reporting) });
    await shown.until(() => expect(canPress()).toBe(5));
  });

  test("met asks how we know", async () => {
    const met = { ...reporting, status: "met" as const, endedOn: "2026-11-24" as const };
    const shown = await openNeeds(needs(), () => ({ body: written(met) }));
    const panel = await openNeed(shown, reporting);
    press(panel(), "Mark as met");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    submit(panel());
    await shown.until(() =>
      expect(panel().find(TextArea, { name: "evidence" }).props.validationMessage).toBe("Fill this in."),
    );
    type(panel(), TextArea, "evidence", "They use it daily");
    submit(panel());
    await shown.until(() => expect(shown.texts()).toContain("2 open needs · 1 high-risk · 1 without an initiative"));
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/needs/meet",
      body: { expected: "confirmed", metOn: "2026-11-24", evidence: "They use it daily" },
    });
  });

  test("dropped asks why; meanwhile met by somebody else shows both", async () => {
    let count = 0;
    const dropped = { ...reporting, status: "dropped" as const, endedOn: "2026-11-24" as const };
    const shown = await openNeeds(needs(), () =>
      ++count === 1 ? conflict({ status: "met" }) : { body: written(dropped) },
    );
    const panel = await openNeed(shown, reporting);
    press(panel(), "Drop it");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    type(panel(), TextArea, "reason", "They built it");
    submit(panel());
    await shown.until(() =>
      expect(shown.texts()).toEqual(expect.arrayContaining(["There now: Met", "Yours: Dropped"])),
    );
    press(panel(), "Use mine");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes().map(({ body }) => [body["expected"], body["reason"]])).toEqual([
      ["confirmed", "They built it"],
      ["met", "They built it"],
    ]);
  });

  test("one that has ended can be opened again", async () => {
    const shown = await openNeeds(needs({ needs: [energy, reporting] }), () => ({
      body: written({ ...energy, status: "confirmed", endedOn: null }),
    }));
    fire(shown.find(Select, { name: "status" }), "onChange", "met");
    const panel = await openNeed(shown, energy);
    press(panel(), "Open it again");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(lastWrite(shown)).toMatchObject({ path: "/cards/needs/reopen", body: { expected: "met" } });
  });
});

describe("deals", () => {
  test("a new one, from the list, named as the need", async () => {
    const shown = await openNeeds(needs({ needs: [reporting] }), () => ({
      body: written({ ...reporting, dealId: "43" }, { ...line4, id: "43", name: "Reporting in Arabic" }),
    }));
    const panel = () => panelOf(shown, "Open a deal");
    fire(panel().find(NumberInput), "onChange", 90_000);
    submit(panel());
    submit(panel());
    await shown.until(() => expect(shown.alerts()).toHaveLength(1));
    expect(shown.writes()).toHaveLength(1);
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/needs/open-deal",
      body: { needKey: reporting.key, name: "Reporting in Arabic", amountMinor: 9_000_000, pipelineId: "default" },
    });
    expect(shown.texts()).not.toContain("Open a deal");
  });

  test("one that is there, or another instead of it", async () => {
    const shown = await openNeeds(needs(), () => ({ body: written({ ...proof, dealId: plant.id }, plant) }));
    const panel = await openNeed(shown, proof);
    press(panel(), "Change the deal");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    expect(panel().find(Select, { name: "deal" }).props.options).toEqual([{ label: plant.name, value: plant.id }]);
    submit(panel());
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/needs/link-deal",
      body: { dealId: plant.id, expectedDealId: line4.id },
    });
  });

  test("a link can be taken away", async () => {
    const shown = await openNeeds(needs(), () => ({ body: written({ ...proof, dealId: null }) }));
    const panel = await openNeed(shown, proof);
    press(panel(), "Change the deal");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    press(panel(), "Take the link away");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(lastWrite(shown)?.body).toMatchObject({ dealId: null, expectedDealId: line4.id });
  });

  test("another one linked meanwhile shows both", async () => {
    let count = 0;
    const shown = await openNeeds(needs(), () =>
      ++count === 1 ? conflict({ dealId: line4.id }) : { body: written(reporting) },
    );
    const panel = await openNeed(shown, reporting);
    press(panel(), "Open or link a deal");
    const existing = () => panel().findAll(Form)[1]!;
    await shown.until(() => expect(panel().findAll(Form)).toHaveLength(2));
    fire(existing().find(Select, { name: "deal" }), "onChange", plant.id);
    existing().trigger("onSubmit");
    await shown.until(() =>
      expect(shown.texts()).toEqual(expect.arrayContaining([`There now: ${line4.name}`, `Yours: ${plant.name}`])),
    );
    press(panel(), "Use mine");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(lastWrite(shown)?.body).toMatchObject({ dealId: plant.id, expectedDealId: line4.id });
  });
});

describe("initiatives", () => {
  const planSaved = async (asked: Asked): Promise<Reply> =>
    asked.path === "/cards/objectives/add" ? { status: 422, body: refusal("refused") } : { body: checkIns() };

  test("one is planned from the need, with who and by when", async () => {
    const shown = await openNeeds(needs(), planSaved);
    const panel = await openNeed(shown, reporting);
    press(panel(), "Plan an initiative");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    type(panel(), Input, "name", "Translate the reports");
    submit(panel());
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(lastWrite(shown)).toMatchObject({
      path: "/cards/objectives/add",
      body: {
        planKey: null,
        kind: "initiative",
        name: "Translate the reports",
        needKey: reporting.key,
        ownerId: "11",
        dueOn: "2027-01-23",
      },
    });
  });

  test("“Plan them” goes through the high-risk needs that have none", async () => {
    const shown = await openNeeds(needs(), planSaved);
    const panel = () => panelOf(shown, "Plan them");
    expect(panel().find(Select, { name: "need" }).props.options).toEqual([
      { label: reporting.name, value: reporting.key },
      { label: delivery.name, value: delivery.key },
    ]);
    expect(panel().find(Input, { name: "name" }).props.value).toBe(reporting.name);
    fire(panel().find(Select, { name: "need" }), "onChange", delivery.key);
    await shown.until(() => expect(panel().find(Input, { name: "name" }).props.value).toBe(delivery.name));
  });
});

test("one primary button on the card, one in each panel", async () => {
  const shown = await openNeeds();
  expect(shown.findAll(Button, { variant: "primary" })).toHaveLength(1);
});
