import { describe, expect, test } from "@jest/globals";
import {
  Alert,
  Button,
  Form,
  Input,
  LoadingButton,
  NumberInput,
  ProgressBar,
  Select,
  TextArea,
  ToggleGroup,
} from "@hubspot/ui-extensions";
import { problemStatuses } from "@keyline/domain";
import { refusal } from "../answers.ts";
import { fire, plain, textIn } from "../stage.tsx";
import { kpis, neverCalculated } from "./answers.ts";
import { openKpis, saved } from "./open-kpis.ts";

type Opened = Awaited<ReturnType<typeof openKpis>>;

const failing = (code: keyof typeof problemStatuses, found?: unknown) => ({
  status: problemStatuses[code],
  body: refusal(code, found),
});

describe("a target", () => {
  const inPanel = (shown: Opened, name = "New sales") => shown.panel(name);
  const open = async (options: Parameters<typeof openKpis>[0] = {}, name = "New sales") => {
    const shown = await openKpis(options);
    shown.button(name).trigger("onClick");
    await shown.until(() => expect(inPanel(shown, name).maybeFind(Form)).not.toBeNull());
    return shown;
  };

  test("is edited in place, in whole units, with what the type usually aims at beside it", async () => {
    const shown = await open();
    expect(inPanel(shown).find(NumberInput).props.value).toBe(400_000);
    expect(textIn(inPanel(shown))).toContain("Key account: no usual target");
    fire(inPanel(shown).find(NumberInput), "onChange", 450_000);
    fire(inPanel(shown).find(Select, { name: "per" }), "onChange", "year");
    inPanel(shown).find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/kpis/set-target",
      body: {
        companyId: "101",
        shown: "2026-Q4",
        metric: "new_sales",
        target: { per: "year", value: 45_000_000 },
        expected: { per: "quarter", value: 40_000_000 },
      },
    });
    await shown.until(() => expect(shown.calls.map(({ name }) => name)).toContain("addAlert"));
  });

  test("goes back to the usual one", async () => {
    const shown = await open();
    inPanel(shown)
      .find(Button, (button) => plain(button.text ?? "") === "Use the usual target")
      .trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ target: null, expected: { per: "quarter", value: 40_000_000 } });
  });

  test("of a share has no length, and none of its own to take away", async () => {
    const shown = await open({}, "Satisfaction");
    expect(inPanel(shown, "Satisfaction").maybeFind(Select)).toBeNull();
    expect(textIn(inPanel(shown, "Satisfaction"))).toContain("Key account, usual target: 80%");
    expect(textIn(inPanel(shown, "Satisfaction"))).not.toContain("Use the usual target");
  });

  test.each([undefined, 0, 120])("%p is refused at the field, and not sent", async (value) => {
    const shown = await open({}, "Satisfaction");
    fire(inPanel(shown, "Satisfaction").find(NumberInput), "onChange", value);
    inPanel(shown, "Satisfaction").find(Form).trigger("onSubmit");
    await shown.until(() => expect(inPanel(shown, "Satisfaction").find(NumberInput).props.error).toBe(true));
    expect(shown.writes()).toEqual([]);
  });

  test("somebody else was faster: both values, and the person decides", async () => {
    const theirs = { target: { per: "quarter", value: 30_000_000 } };
    const set = (_: unknown, count: number) => (count === 1 ? failing("conflict", theirs) : saved());
    const shown = await open({ answers: { "/cards/kpis/set-target": set } });
    fire(inPanel(shown).find(NumberInput), "onChange", 450_000);
    inPanel(shown).find(Form).trigger("onSubmit");
    await shown.until(() => expect(inPanel(shown).maybeFind(Alert)).not.toBeNull());
    const text = textIn(inPanel(shown).find(Alert));
    expect(text).toContain("There now: SAR 300k a quarter");
    expect(text).toContain("Yours: SAR 450k a quarter");
    inPanel(shown)
      .find(Alert)
      .find(Button, (button) => plain(button.text ?? "") === "Use mine")
      .trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({
      target: { per: "quarter", value: 45_000_000 },
      expected: { per: "quarter", value: 30_000_000 },
    });
  });

  test("a person who only reads sees it and no form", async () => {
    const shown = await openKpis({ answer: kpis({ access: { canWrite: false, why: "read-only" } }) });
    shown.button("New sales").trigger("onClick");
    await shown.until(() => expect(textIn(inPanel(shown))).toContain("This account’s own target: SAR 400k a quarter"));
    expect(inPanel(shown).maybeFind(Form)).toBeNull();
  });
});

describe("a referral or testimonial", () => {
  test("is recorded by two clicks: open, save", async () => {
    const shown = await openKpis();
    const panel = () => shown.panel("Record a referral");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/kpis/record-signal",
      body: {
        companyId: "101",
        shown: "2026-Q4",
        kind: "referral",
        happenedOn: "2026-11-24",
        contactId: null,
        about: null,
        quote: null,
        mayBeQuoted: false,
      },
    });
    await shown.until(() => expect(shown.calls.map(({ name }) => name)).toContain("closeOverlay"));
  });

  test("keeps who, what and their words; what is not said cannot be quoted", async () => {
    const shown = await openKpis();
    const panel = () => shown.panel("Record a testimonial");
    fire(panel().find(ToggleGroup), "onChange", "case_study");
    fire(panel().find(Select), "onChange", "31");
    fire(panel().find(Input), "onInput", "Audit-proof storage");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({
      kind: "case_study",
      contactId: "31",
      about: "Audit-proof storage",
      mayBeQuoted: false,
    });
  });

  test("a double click is one", async () => {
    const shown = await openKpis();
    const form = shown.panel("Record a referral").find(Form);
    form.trigger("onSubmit");
    form.trigger("onSubmit");
    await shown.until(() => expect(shown.calls.map(({ name }) => name)).toContain("closeOverlay"));
    expect(shown.writes()).toHaveLength(1);
  });

  test("a lost answer keeps what was typed, and the next try carries the same key", async () => {
    const answers = {
      "/cards/kpis/record-signal": (_: unknown, count: number) => (count === 1 ? ("no answer" as const) : saved()),
    };
    const shown = await openKpis({ answers });
    const panel = () => shown.panel("Record a testimonial");
    fire(panel().find(TextArea), "onInput", "Not one lost pallet");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(panel().maybeFind(Alert)).not.toBeNull());
    expect(panel().find(TextArea).props.value).toBe("Not one lost pallet");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(new Set(shown.writes().map(({ body }) => body["idempotencyKey"])).size).toBe(1);
  });

  test("what HubSpot refuses is said above the form", async () => {
    const shown = await openKpis({ answers: { "/cards/kpis/record-signal": () => failing("refused") } });
    shown.panel("Record a referral").find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("said by the backend: refused"));
  });
});

describe("recalculating", () => {
  const again = (changed: number, refused: string | null = null) => ({
    body: { outcome: "saved", changed, refused, kpis: kpis() },
  });
  /** The button that recalculates, or for a period never calculated the one that calculates. */
  const runner = (shown: Opened) => shown.find(LoadingButton, (one) => /alculate/.test(one.text ?? ""));
  const recalculate = (shown: Opened) => runner(shown).trigger("onClick");

  test("says what it does while it runs, and what came of it", async () => {
    let finish: (reply: ReturnType<typeof again>) => void = () => {};
    const waiting = new Promise<ReturnType<typeof again>>((resolve) => (finish = resolve));
    const shown = await openKpis({ answers: { "/cards/kpis/recalculate": () => waiting } });
    expect(shown.texts()).toContain("Last change 09:05");
    recalculate(shown);
    await shown.until(() =>
      expect(shown.texts()).toContain("Calculating Q4 2026 from deals, tickets, answers, check-ins and needs"),
    );
    expect(runner(shown).props.loading).toBe(true);
    finish(again(3));
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · 3 figures changed"));
  });

  test("nothing new is said too", async () => {
    const shown = await openKpis({ answers: { "/cards/kpis/recalculate": () => again(0) } });
    recalculate(shown);
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · nothing has changed"));
  });

  test("never calculated: one button calculates the period in view first, then the earlier ones at once", async () => {
    const shown = await openKpis({
      answer: kpis(neverCalculated),
      answers: { "/cards/kpis/recalculate": () => again(12) },
    });
    expect(shown.texts()).toContain("Q4 2026 has not been calculated yet");
    recalculate(shown);
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · 24 figures changed"));
    expect(shown.writes().map(({ body }) => body["periods"])).toEqual([["2026-Q4"], ["2026-Q3"]]);
  });

  test("earlier periods are offered, and calculated at once", async () => {
    const missing = ["2026-Q2", "2026-Q1", "2025-Q4"];
    const shown = await openKpis({
      answer: kpis({ notCalculated: missing }),
      answers: { "/cards/kpis/recalculate": () => again(15) },
    });
    expect(shown.texts()).toContain("3 earlier periods are not calculated yet: charts and comparisons lack them.");
    shown.button("Fill in").trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Calculating 3 earlier periods"));
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · 15 figures changed"));
    expect(shown.writes().map(({ body }) => body["periods"])).toEqual([missing]);
  });

  test("shows how far it has come; failing half-way keeps what is done, and goes on from there", async () => {
    let fail: () => void = () => {};
    const failed = new Promise<"no answer">((resolve) => (fail = () => resolve("no answer")));
    const shown = await openKpis({
      answer: kpis(neverCalculated),
      answers: { "/cards/kpis/recalculate": (_, count) => (count === 2 ? failed : again(5)) },
    });
    recalculate(shown);
    await shown.until(() => expect(shown.texts().join()).toContain("2 of 2"));
    expect(shown.findAll(ProgressBar).find(({ props }) => props.maxValue === 2)?.props.value).toBe(1.5);
    fail();
    await shown.until(() => expect(shown.texts()).toContain("1 period was calculated and kept."));
    recalculate(shown);
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · 5 figures changed"));
  });

  test("what HubSpot refused is said beside what was saved", async () => {
    const shown = await openKpis({
      answers: { "/cards/kpis/recalculate": () => again(11, "HubSpot did not accept this: target") },
    });
    recalculate(shown);
    await shown.until(() => expect(shown.texts()).toContain("HubSpot did not accept this: target"));
  });

  test("a double click runs once", async () => {
    const shown = await openKpis({ answers: { "/cards/kpis/recalculate": () => again(1) } });
    const button = runner(shown);
    button.trigger("onClick");
    button.trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("As of 10:42 · 1 figure changed"));
    expect(shown.writes()).toHaveLength(1);
  });
});
