import { describe, expect, test } from "@jest/globals";
import {
  Button,
  Form,
  LoadingButton,
  LoadingSpinner,
  MultiSelect,
  NumberInput,
  type BaseContext,
} from "@hubspot/ui-extensions";
import { defaultSettings, problemStatuses, settingsAnswer, type ProblemCode, type Settings } from "@keyline/domain";
import { ar, en, type PlainKey } from "@keyline/ui";
import { Settings as SettingsPage } from "../../../extensions/app/settings/Settings.tsx";
import { refusal } from "../answers.ts";
import { fire, stage, type Asked, type Backend } from "../stage.tsx";

const answer = (settings: Settings = defaultSettings, accounts: number | null = 12) =>
  settingsAnswer.parse({
    asOf: "2026-11-24T06:00:00Z",
    today: "2026-11-24",
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    access: { canWrite: true, why: null },
    unreadable: accounts === null ? ["accounts"] : [],
    settings,
    isSpoilt: false,
    owners: [{ id: "11", name: "Noura Alharbi" }],
    pipelines: [{ value: "default", name: "Sales", stages: [{ value: "s1", name: "Offer sent" }] }],
    dateProperties: [{ value: "am_contract_end", name: "Contract end" }],
    numberProperties: [{ value: "am_renewal_value", name: "Renewal value" }],
    accounts,
  });
const installation = { portalId: "4242", asOf: "2026-11-24T06:00:00Z", standing: 90, missing: [], warnings: [] };

const open = (backend: Backend, locale = "en") =>
  stage<BaseContext>(SettingsPage, backend, { location: "settings", locale });

/** A backend that holds settings, and saves what it is sent. */
function holding(
  settings: Settings = defaultSettings,
  more: (asked: Asked) => ReturnType<Backend> | undefined = () => undefined,
) {
  return (asked: Asked) => {
    const said = more(asked);
    if (said) return said;
    if (asked.path === "/cards/settings/installation") return { body: installation };
    if (asked.path === "/cards/settings") return { body: answer(settings) };
    return { body: { outcome: "saved", settings: answer(asked.body["after"] as Settings) } };
  };
}

async function opened(backend: Backend = holding(), locale = "en") {
  const shown = open(backend, locale);
  await shown.until(() => expect(shown.maybeFind(MultiSelect, { name: "workingWeek" })).not.toBeNull());
  return {
    ...shown,
    section: (title: string) => shown.find(Button, (button) => button.text === title).trigger("onClick"),
    save: () => shown.find(Form).trigger("onSubmit"),
    canSave: () => shown.find(LoadingButton).props.disabled !== true,
  };
}

async function settled(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 100 && !isSo(); round++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}

describe.each([
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
])("the settings page in $locale", ({ locale, words }) => {
  test("loading: says so until there is an answer", () => {
    const shown = open(() => new Promise(() => {}), locale);
    expect(shown.find(LoadingSpinner).props.label).toContain(words.loading);
  });

  test.each<[ProblemCode, PlainKey]>([
    ["unavailable", "offlineText"],
    ["missing-scope", "scopeText"],
    ["not-installed", "notInstalledText"],
  ])("refused with %s: says what helps", async (code, text) => {
    const shown = open(() => ({ status: problemStatuses[code], body: refusal(code) }), locale);
    await shown.until(() => expect(shown.texts()).toContain(words[text]));
  });

  test("says for how many accounts it holds, and opens with the working week", async () => {
    const shown = await opened(holding(), locale);
    expect(shown.texts()).toEqual(expect.arrayContaining([words.settingsTitle, words.sectionCalendar]));
  });
});

test.each([
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
])("accounts that could not be counted are not called none, in $locale", async ({ locale, words }) => {
  const body = answer(defaultSettings, null);
  const shown = await opened(
    holding(defaultSettings, ({ method }) => (method === "GET" ? { body } : undefined)),
    locale,
  );
  fire(shown.find(MultiSelect, { name: "workingWeek" }), "onChange", ["monday", "tuesday"]);

  const said = shown.texts().join(" ");
  expect(said).toContain(words.partAccounts);
  expect(said).toContain(words.effectDueDatesUncounted);
  expect(said).not.toMatch(/\b0\b|null/);
});

test("nothing changed: nothing to save", async () => {
  expect((await opened()).canSave()).toBe(false);
});

test("a change says what it does before it is saved, and is sent with what was seen", async () => {
  const shown = await opened();
  fire(shown.find(MultiSelect, { name: "workingWeek" }), "onChange", ["monday", "tuesday"]);

  expect(shown.texts().join(" ")).toContain("Open check-ins of 12 accounts get new dates");
  shown.save();

  await shown.until(() => expect(shown.calls.map(({ name }) => name)).toContain("addAlert"));
  expect(shown.asked.at(-1)).toMatchObject({
    path: "/cards/settings/save",
    body: { section: "calendar", before: defaultSettings, after: { workingWeek: ["monday", "tuesday"] } },
  });
  expect(shown.canSave()).toBe(false);
});

test("a field that was emptied is told at the field, and nothing is sent", async () => {
  const shown = await opened();
  shown.section("Rhythms");
  fire(shown.find(NumberInput, { name: "graceDays" }), "onChange", Number.NaN);
  shown.save();

  await shown.until(() => expect(shown.find(NumberInput, { name: "graceDays" }).props.error).toBe(true));
  expect(shown.asked.filter(({ method }) => method === "POST")).toEqual([]);
});

describe("somebody else saved the section meanwhile", () => {
  const theirs = { ...defaultSettings, graceDays: 9 };
  const overtaken = async () => {
    let isFirst = true;
    const shown = await opened(
      holding(defaultSettings, ({ method }) => {
        if (method === "GET" || !isFirst) return undefined;
        isFirst = false;
        return { status: 409, body: { error: { ...refusal("conflict").error, found: { settings: theirs } } } };
      }),
    );
    shown.section("Rhythms");
    fire(shown.find(NumberInput, { name: "graceDays" }), "onChange", 5);
    shown.save();
    await shown.until(() => expect(shown.texts()).toContain(en.conflictTitle));
    return shown;
  };

  test("what was typed is still there until the person decides", async () => {
    const shown = await overtaken();
    expect(shown.find(NumberInput, { name: "graceDays" }).props.value).toBe(5);
  });

  test("theirs can be kept", async () => {
    const shown = await overtaken();
    shown.section(en.keepTheirs);
    await shown.until(() => expect(shown.find(NumberInput, { name: "graceDays" }).props.value).toBe(9));
  });

  test("mine can be used, over what stands there now", async () => {
    const shown = await overtaken();
    shown.section(en.useMine);
    await shown.until(() => expect(shown.asked.filter(({ method }) => method === "POST")).toHaveLength(2));
    expect(shown.asked.at(-1)?.body).toMatchObject({ before: theirs, after: { graceDays: 5 } });
  });
});

describe("the installation", () => {
  const missing = { ...installation, missing: ["property companies.am_tier"] };

  test("that is complete says so, and sends a test reminder", async () => {
    const shown = await opened(
      holding(defaultSettings, ({ path }) =>
        path === "/cards/settings/test-reminder" ? { body: { outcome: "made", taskId: "7", url: null } } : undefined,
      ),
    );
    shown.section("Installation");
    await shown.until(() => expect(shown.texts().join(" ")).toContain("Nothing is missing"));
    shown.find(LoadingButton, (button) => button.text === en.testReminderButton).trigger("onClick");
    // An alert of HubSpot's page draws nothing on ours.
    await settled(() => shown.calls.some(({ name }) => name === "addAlert"));
  });

  test("that is not can be set up from here", async () => {
    const shown = await opened(
      holding(defaultSettings, ({ path }) => {
        if (path.endsWith("/installation")) return { body: missing };
        return path === "/cards/settings/set-up" ? { body: { outcome: "started" } } : undefined;
      }),
    );
    shown.section("Installation");
    await shown.until(() => expect(shown.texts().join(" ")).toContain("property companies.am_tier"));
    shown.find(LoadingButton, (button) => button.text === en.installNow).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain(en.installStarted));
  });
});
