import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Heading, LoadingSpinner } from "@hubspot/ui-extensions";
import { problemStatuses } from "@keyline/domain";
import { ar, en, type PlainKey } from "@keyline/ui";
import { CheckIns } from "../../extensions/app/cards/CheckIns.tsx";
import { Summary } from "../../extensions/app/cards/Summary.tsx";
import { checkIns, notManaged, notManagedSummary, refusal, summary } from "./answers.ts";
import { stage, type Card } from "./stage.tsx";

const cards: { name: string; card: Card; answer: (changed?: object) => object; empty: object }[] = [
  { name: "Summary", card: Summary, answer: summary, empty: notManagedSummary },
  { name: "Check-ins", card: CheckIns, answer: checkIns, empty: notManaged },
];
const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;
const everyCardAndLanguage = cards.flatMap((card) => languages.map((language) => ({ ...card, ...language })));

describe.each(everyCardAndLanguage)("$name in $locale", ({ card, answer, empty, locale, words }) => {
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
    await shown.until(() => expect(shown.texts().join()).toContain(lead));
  });

  test("a read that fails later leaves what was read on the card", async () => {
    let isConnected = true;
    const shown = stage(card, () => (isConnected ? { body: answer() } : "no answer"), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(lead));
    isConnected = false;
    shown.recordChanged();
    await shown.until(() => expect(shown.texts()).toContain(words.failedTitle));
    expect(shown.texts().join()).toContain(lead);
  });

  test("partly failed: names what is missing, and shows the rest", async () => {
    const part = card === Summary ? "health" : "brief";
    const shown = stage(card, () => ({ body: answer({ unreadable: [part], [part]: null }) }), { locale });
    await shown.until(() => expect(shown.find(Alert).props.title).toContain(words.partlyTitle));
    const name = part === "health" ? words.partHealth : words.partBrief;
    expect(shown.texts().some((text) => text.includes(name))).toBe(true);
    expect(shown.texts().join()).toContain(lead);
  });

  test.each([
    ["read-only", words.readOnly],
    ["no-permission", words.readOnlyNoPermission],
  ] as const)("a user who only reads (%s) sees everything and no button that changes", async (why, text) => {
    const shown = stage(card, () => ({ body: answer({ access: { canWrite: false, why } }) }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(text));
    expect(shown.findAll(Button)).toEqual([]);
  });

  test("nothing yet: says what belongs here, with one button that begins", async () => {
    const shown = stage(card, () => ({ body: answer(empty) }), { locale });
    await shown.until(() =>
      expect(shown.texts()).toEqual(expect.arrayContaining([words.notManagedTitle, words.startManaging])),
    );
  });

  test("nothing yet, for a user who only reads: no form", async () => {
    const access = { canWrite: false, why: "read-only" };
    const shown = stage(card, () => ({ body: answer({ ...empty, access }) }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words.notManagedTitle));
    expect(shown.texts()).not.toContain(words.startManaging);
  });

  test("opens with one call, which names the company and the language", async () => {
    const shown = stage(card, () => ({ body: answer() }), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(lead));
    expect(shown.asked.map(({ method, query }) => ({ method, query }))).toEqual([
      { method: "GET", query: { companyId: "101", lang: locale.slice(0, 2) } },
    ]);
  });

  test("has one primary button outside of its panels", async () => {
    const shown = stage(card, () => ({ body: answer() }), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain(lead));
    expect(shown.findAll(Button, { variant: "primary" })).toHaveLength(1);
  });

  test("an answer that is no answer of ours is a failure, not half a card", async () => {
    const shown = stage(card, () => ({ body: { hello: "proxy" } }), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words.failedTitle));
    expect(shown.maybeFind(Heading)).toBeNull();
  });
});

/** The lead manager's name stands on both cards whatever else is known. */
const lead = "Noura Alharbi";
