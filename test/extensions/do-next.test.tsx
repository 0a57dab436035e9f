import { describe, expect, test } from "@jest/globals";
import { Button, DateInput, Form, LoadingButton, MultiSelect, Select } from "@hubspot/ui-extensions";
import type { RenderedFragmentNode } from "@hubspot/ui-extensions/testing";
import type { SummaryAnswer } from "@keyline/domain";
import { Summary } from "../../extensions/app/cards/Summary.tsx";
import { refusal, summary } from "./answers.ts";
import { needs } from "./needs/answers.ts";
import { planCard } from "./plan/plan-card.ts";
import { fire, plain, stage, textIn, type Asked, type Reply } from "./stage.tsx";

const named = (name: string) => (node: { text: string | null }) => plain(node.text ?? "") === name;
const link = { id: "1", name: "Reporting in Arabic", url: null };
type Kind = SummaryAnswer["doNext"]["kind"];

const decide: SummaryAnswer["doNext"] = { kind: "decide-renewal", noticeBy: "2026-12-31" };
const serve: SummaryAnswer["doNext"] = { kind: "serve-need", need: link, count: 2 };
const late: SummaryAnswer["doNext"] = {
  kind: "late-objective",
  objective: link,
  key: "101:guide",
  status: "in_progress",
  due: "2026-11-20",
};
const find: SummaryAnswer["doNext"] = { kind: "find-decision-maker" };
const ends: SummaryAnswer["doNext"] = { kind: "plan-ends", plan: link, ends: "2026-12-31" };

const next = { period: "2027", endsOn: "2027-12-31", key: null } as const;
const running = planCard();
const plan = planCard({ plan: running.plan && { ...running.plan, next } });

interface Given {
  locale?: string;
  canWrite?: boolean;
  /** What the plan card answers. */
  planRead?: typeof plan;
  onWrite?: (asked: Asked) => Reply;
}

/** The sidebar with one thing to do; once it was written, nothing is left to do. */
async function opened(doNext: SummaryAnswer["doNext"], given: Given = {}) {
  const { locale = "en", canWrite = true, planRead = plan, onWrite } = given;
  let isDone = false;
  const access = { canWrite, why: canWrite ? null : ("read-only" as const) };
  const backend = (asked: Asked): Reply => {
    if (asked.method === "POST") {
      const reply = onWrite?.(asked) ?? { body: { outcome: "saved", plan } };
      isDone = reply.status === undefined;
      return reply;
    }
    if (asked.path === "/cards/needs") return { body: needs() };
    if (asked.path === "/cards/plan") return { body: planRead };
    return { body: summary({ access, doNext: isDone ? { kind: "nothing" } : doNext }) };
  };
  const shown = stage(Summary, backend, { locale, location: "crm.record.sidebar" });
  await shown.until(() => expect(shown.texts()).toContain("Noura Alharbi"));
  const primary = () => shown.maybeFind(Button, { variant: "primary" });
  const panel = (): RenderedFragmentNode => {
    const overlay = primary()?.props.overlay;
    if (!overlay) throw new Error("The button opens nothing.");
    return overlay;
  };
  return {
    ...shown,
    primary,
    panel,
    writes: () => shown.asked.filter(({ method }) => method === "POST"),
    async open() {
      const [first] = panel().childNodes;
      if (first && "trigger" in first) first.trigger("onOpen");
      await shown.until(() => expect(textIn(panel())).not.toMatch(/Loading|جارٍ/));
    },
  };
}

describe("each thing to do has its button", () => {
  test.each<[Kind, SummaryAnswer["doNext"], string, string]>([
    ["decide-renewal", decide, "Decide", "احسم الأمر"],
    ["serve-need", serve, "Plan an initiative", "خطّط مبادرة"],
    ["late-objective", late, "Done", "أُنجز"],
    ["find-decision-maker", find, "Say who", "حدّد من يقرر"],
    ["plan-ends", ends, "Prepare the next plan", "جهّز الخطة التالية"],
  ])("%s", async (_, doNext, english, arabic) => {
    for (const [locale, label] of [
      ["en", english],
      ["ar-sa", arabic],
    ] as const) {
      const shown = await opened(doNext, { locale });
      expect(shown.findAll(Button, { variant: "primary" }).map(({ text }) => plain(text ?? ""))).toEqual([label]);
      expect(shown.asked).toHaveLength(1);
    }
  });

  test.each([decide, serve, late, find, ends])("none for who only reads: $kind", async (doNext) => {
    const shown = await opened(doNext, { canWrite: false });
    expect(shown.primary()).toBeNull();
  });
});

describe("the renewal is decided in the sidebar", () => {
  test("what the person changed is sent with what they saw, and then nothing is left to do", async () => {
    const shown = await opened(decide);
    await shown.open();
    expect(textIn(shown.panel())).toContain("“Renewed” or “lost” settles it.");
    fire(shown.panel().find(Select, { name: "outlook" }), "onChange", "renewed");
    fire(shown.panel().find(DateInput, { name: "noticeBy" }), "onChange", { year: 2027, month: 11, date: 31 });
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("Nothing waits for you here."));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/plan/account",
        body: {
          companyId: "101",
          planKey: null,
          expected: { outlook: "open", noticeBy: "2026-12-31", contractEnds: "2027-03-31" },
          wanted: { outlook: "renewed", noticeBy: "2027-12-31", contractEnds: "2027-03-31" },
        },
      },
    ]);
  });

  test("somebody else was faster: both values stand, and theirs can stay", async () => {
    const shown = await opened(decide, {
      onWrite: () => ({ status: 409, body: refusal("conflict", { outlook: "lost" }) }),
    });
    await shown.open();
    fire(shown.panel().find(Select, { name: "outlook" }), "onChange", "renewed");
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(textIn(shown.panel())).toContain("There now: Outlook: Lost"));
    expect(textIn(shown.panel())).toContain("Yours: Outlook: Renewed");
    shown.panel().find(Button, named("Keep theirs")).trigger("onClick");
    await shown.until(() => expect(shown.panel().find(Select, { name: "outlook" }).props.value).toBe("lost"));
  });
});

describe("a high-risk need gets its initiative in the sidebar", () => {
  test.each([
    ["en", "For which need (2 left)"],
    ["ar-sa", "لأي احتياج (بقي اثنان)"],
  ])("in %s: the needs are read once the panel opens, only those without an initiative", async (locale, label) => {
    const shown = await opened(serve, { locale });
    await shown.open();
    const choice = shown.panel().find(Select, { name: "need" });
    expect(plain(choice.props.label ?? "")).toBe(label);
    expect(choice.props.options.map((option) => option.label)).toEqual(["Reporting in Arabic", "Same-day delivery"]);
    expect(shown.asked.map(({ path }) => path)).toEqual(["/cards/summary", "/cards/needs"]);
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/objectives/add",
      body: { kind: "initiative", needKey: "101:reporting", planKey: null },
    });
  });
});

describe("a late objective moves by one click", () => {
  test.each([
    ["Done", "done"],
    ["+1 week", "slip"],
  ])("%s", async (label, move) => {
    const shown = await opened(late);
    shown.find(Button, named(label)).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Nothing waits for you here."));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/objectives/move",
        body: { objectiveKey: "101:guide", move, expected: { status: "in_progress", dueOn: "2026-11-20" } },
      },
    ]);
  });

  test("moved by somebody else: both standings, and the person decides", async () => {
    const found = { status: "on_hold", dueOn: "2026-11-20" };
    const shown = await opened(late, { onWrite: () => ({ status: 409, body: refusal("conflict", found) }) });
    shown.find(Button, named("Done")).trigger("onClick");
    await shown.until(() => expect(shown.texts().join("\n")).toContain("There now: On hold"));
  });
});

describe("who decides is said in the sidebar", () => {
  test("of the contacts that are there; who is chosen decides about the money", async () => {
    const shown = await opened(find);
    await shown.open();
    const contacts = shown.panel().find(MultiSelect, { name: "contacts" });
    expect(contacts.props.options.map(({ value }) => value)).toEqual(["33", "32", "31"]);
    fire(contacts, "onChange", ["33"]);
    await shown.until(() => expect(shown.panel().maybeFind(MultiSelect, { name: "roles-33" })).not.toBeNull());
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/people/add",
      body: { planKey: "101:2026", people: [{ contactId: "33", roles: ["economic_buyer"] }] },
    });
  });

  test("without a contact it says where to begin", async () => {
    const people = { deciders: [], around: [], gaps: [] };
    const shown = await opened(find, { planRead: planCard({ people }) });
    await shown.open();
    expect(textIn(shown.panel())).toContain("This company has no contacts in HubSpot yet.");
    expect(shown.panel().maybeFind(LoadingButton)).toBeNull();
  });
});

describe("the next plan begins in the sidebar", () => {
  test("from the one that ends", async () => {
    const shown = await opened(ends);
    await shown.open();
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/plan/next",
      body: { planKey: "101:2026", expected: "active", closes: true },
    });
  });

  test.each([
    ["begun by somebody meanwhile", { ...next, key: "101:2027" }, "The plan for 2027 is there, as a draft."],
    ["whose period nobody wrote down", null, "Open the tab “Account plan”"],
  ])("%s: it says so", async (_, following, text) => {
    const shown = await opened(ends, {
      planRead: planCard({ plan: running.plan && { ...running.plan, next: following } }),
    });
    await shown.open();
    expect(textIn(shown.panel())).toContain(text);
    expect(shown.panel().maybeFind(Form)).toBeNull();
  });
});
