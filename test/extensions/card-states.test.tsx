import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Heading, LoadingButton, LoadingSpinner } from "@hubspot/ui-extensions";
import { metricNames, problemStatuses, type Language } from "@keyline/domain";
import { ar, en, type PlainKey } from "@keyline/ui";
import { CheckIns } from "../../extensions/app/cards/CheckIns.tsx";
import { Kpis } from "../../extensions/app/cards/Kpis.tsx";
import { Needs } from "../../extensions/app/cards/Needs.tsx";
import { Plan } from "../../extensions/app/cards/Plan.tsx";
import { Summary } from "../../extensions/app/cards/Summary.tsx";
import { checkIns, notManaged, notManagedSummary, refusal, summary } from "./answers.ts";
import { kpis, neverCalculated } from "./kpis/answers.ts";
import { needs } from "./needs/answers.ts";
import { planCard } from "./plan/plan-card.ts";
import { noPlan } from "./plan/no-plan.ts";
import { plain, stage, type Card } from "./stage.tsx";

interface CardUnderTest {
  name: string;
  card: Card;
  answer: (changed?: object) => object;
  /** A text that stands on the card whatever else is known. */
  mark: Record<Language, string>;
  /** What is answered when a part could not be read, and the part's name. */
  partly: { answer: object; name: PlainKey };
  /** What is answered when there is nothing yet, what the card then says, and the button that begins. */
  empty: { answer: object; says: Record<Language, string>; begins: Record<Language, string> };
  /** Buttons that only show more, which whoever reads may press. */
  opens?: readonly string[];
}

const bothWords = (key: PlainKey): Record<Language, string> => ({ en: en[key], ar: ar[key] });
const notManagedYet = { says: bothWords("notManagedTitle"), begins: bothWords("startManaging") };
/** The lead manager's name. */
const lead = { en: "Noura Alharbi", ar: "Noura Alharbi" };

const cards: readonly CardUnderTest[] = [
  {
    name: "Summary",
    card: Summary,
    answer: summary,
    mark: lead,
    partly: { answer: { unreadable: ["health"], health: null }, name: "partHealth" },
    empty: { answer: notManagedSummary, ...notManagedYet },
  },
  {
    name: "Check-ins",
    card: CheckIns,
    answer: checkIns,
    mark: lead,
    partly: { answer: { unreadable: ["brief"], brief: null }, name: "partBrief" },
    empty: { answer: notManaged, ...notManagedYet },
  },
  {
    name: "KPIs",
    card: Kpis,
    answer: kpis,
    mark: { en: "New sales", ar: "مبيعات جديدة" },
    partly: { answer: { unreadable: ["contacts"], contacts: [] }, name: "partContacts" },
    empty: {
      answer: neverCalculated,
      says: { en: "Q4 2026 has not been calculated yet", ar: "لا أرقام بعد عن الربع ٤ من ٢٠٢٦" },
      begins: { en: "Calculate Q4 2026", ar: "احسب الربع ٤ من ٢٠٢٦" },
    },
    opens: metricNames.values.flatMap((name) => [metricNames.label(name, "en"), metricNames.label(name, "ar")]),
  },
  {
    name: "Needs",
    card: Needs,
    answer: needs,
    mark: { en: "Reporting in Arabic", ar: "Reporting in Arabic" },
    partly: { answer: { unreadable: ["deals"], deals: [], pipelines: [] }, name: "partDeals" },
    empty: { answer: { needs: [] }, says: bothWords("needsNoneTitle"), begins: bothWords("needAdd") },
    opens: [en.needsShow, ar.needsShow],
  },
  {
    name: "Account plan",
    card: Plan,
    answer: planCard,
    mark: lead,
    partly: { answer: { unreadable: ["objectives"] }, name: "partObjectives" },
    empty: { answer: noPlan, says: bothWords("noPlanTitle"), begins: bothWords("chooseTemplate") },
    opens: ["More", "المزيد"],
  },
];
const languages = [
  { locale: "en", language: "en", words: en },
  { locale: "ar-sa", language: "ar", words: ar },
] as const;
const everyCardAndLanguage = cards.flatMap((card) => languages.map((language) => ({ ...card, ...language })));

describe.each(everyCardAndLanguage)("$name in $locale", (under) => {
  const { card, answer, partly, empty, opens = [], locale, language, words } = under;
  const mark = under.mark[language];

  test("loading: says so until there is an answer", () => {
    const shown = stage(card, () => new Promise(() => {}), { locale });
    expect(shown.find(LoadingSpinner).props.label).toContain(words.loading);
  });

  test.each<[keyof typeof problemStatuses, PlainKey, PlainKey, boolean]>([
    ["unavailable", "failedTitle", "offlineText", true],
    ["rate-limited", "failedTitle", "busyText", true],
    ["internal", "failedTitle", "failedText", true],
    ["missing-scope", "scopeTitle", "scopeText", true],
    ["no-permission", "noPermissionTitle", "noPermissionText", false],
    ["not-provisioned", "notProvisionedTitle", "notProvisionedText", true],
    ["tier-too-low", "tierTitle", "tierText", false],
    ["not-installed", "notInstalledTitle", "notInstalledText", true],
    ["archived", "archivedTitle", "archivedText", false],
    ["not-found", "notFoundTitle", "notFoundText", false],
  ])("refused with %s: says what is the matter and what helps", async (code, title, text, canRetry) => {
    const shown = stage(card, () => ({ status: problemStatuses[code], body: refusal(code) }), { locale });
    await shown.until(() => expect(shown.texts()).toEqual(expect.arrayContaining([words[title], words[text]])));
    expect(shown.maybeFind(Button) !== null).toBe(canRetry);
  });

  test("no connection: trying again reads it", async () => {
    let isConnected = false;
    const shown = stage(card, () => (isConnected ? { body: answer() } : "no answer"), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words.offlineText));
    isConnected = true;
    shown.find(Button).trigger("onClick");
    await shown.until(() => expect(shown.texts().join()).toContain(mark));
  });

  test("a read that fails later leaves what was read on the card", async () => {
    let isConnected = true;
    const shown = stage(card, () => (isConnected ? { body: answer() } : "no answer"), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(mark));
    isConnected = false;
    shown.recordChanged();
    await shown.until(() => expect(shown.texts()).toContain(words.failedTitle));
    expect(shown.texts().join()).toContain(mark);
  });

  test("partly failed: names what is missing, and shows the rest", async () => {
    const shown = stage(card, () => ({ body: answer(partly.answer) }), { locale });
    await shown.until(() => expect(shown.find(Alert).props.title).toContain(words.partlyTitle));
    expect(shown.texts().some((text) => text.includes(words[partly.name]))).toBe(true);
    expect(shown.texts().join()).toContain(mark);
  });

  test.each([
    ["read-only", words.readOnly],
    ["no-permission", words.readOnlyNoPermission],
  ] as const)("a user who only reads (%s) sees everything and no button that changes", async (why, text) => {
    const shown = stage(card, () => ({ body: answer({ access: { canWrite: false, why } }) }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(text));
    const names = [...shown.findAll(Button), ...shown.findAll(LoadingButton)].map((button) => plain(button.text ?? ""));
    expect(names.filter((name) => !opens.includes(name))).toEqual([]);
  });

  test("nothing yet: says what belongs here, with one button that begins", async () => {
    const shown = stage(card, () => ({ body: answer(empty.answer) }), { locale });
    await shown.until(() =>
      expect(shown.texts()).toEqual(expect.arrayContaining([empty.says[language], empty.begins[language]])),
    );
  });

  test("nothing yet, for a user who only reads: no form", async () => {
    const access = { canWrite: false, why: "read-only" };
    const shown = stage(card, () => ({ body: answer({ ...empty.answer, access }) }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(empty.says[language]));
    expect(shown.texts()).not.toContain(empty.begins[language]);
  });

  test("opens with one call, which names the company and the language", async () => {
    const shown = stage(card, () => ({ body: answer() }), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(mark));
    expect(shown.asked.map(({ method, query }) => ({ method, query }))).toEqual([
      { method: "GET", query: { companyId: "101", lang: locale.slice(0, 2) } },
    ]);
  });

  test("has one primary button outside of its panels", async () => {
    const shown = stage(card, () => ({ body: answer() }), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(mark));
    expect(shown.findAll(Button, { variant: "primary" })).toHaveLength(1);
  });

  test("an answer that is no answer of ours is a failure, not half a card", async () => {
    const shown = stage(card, () => ({ body: { hello: "proxy" } }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words.failedTitle));
    expect(shown.maybeFind(Heading)).toBeNull();
  });
});
