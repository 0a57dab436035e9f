import { describe, expect, test } from "@jest/globals";
import {
  Alert,
  BarChart,
  Button,
  Checkbox,
  LineChart,
  Link,
  LoadingButton,
  LoadingSpinner,
  MultiSelect,
  ProgressBar,
  SearchInput,
  Select,
  StatusTag,
  Table,
  TableHeader,
  Tabs,
  ToggleGroup,
} from "@hubspot/ui-extensions";
import type { problemStatuses } from "@keyline/domain";
import { ar, en, type PlainKey } from "@keyline/ui";
import { fire, plain } from "../stage.tsx";
import { gulf, najd, portfolio, preparing } from "./answers.ts";
import { openOver, openPage, refusing } from "./open-page.ts";

const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;

describe.each(languages)("the page in $locale", ({ locale, words }) => {
  test("loading: says so until there is an answer", () => {
    const shown = openOver(() => new Promise(() => {}), { locale });
    expect(shown.find(LoadingSpinner).props.label).toContain(words.loading);
  });

  test.each<[keyof typeof problemStatuses, PlainKey]>([
    ["unavailable", "offlineText"],
    ["rate-limited", "busyText"],
    ["missing-scope", "scopeText"],
    ["no-permission", "noPermissionText"],
    ["not-provisioned", "notProvisionedText"],
    ["not-installed", "notInstalledText"],
  ])("refused with %s: says what helps", async (code, text) => {
    const shown = openOver(refusing(code), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words[text]));
  });

  test("no connection: trying again reads it", async () => {
    let isConnected = false;
    const shown = openOver(() => (isConnected ? { body: portfolio() } : "no answer"), { locale });
    await shown.until(() => expect(shown.texts()).toContain(words.offlineText));
    isConnected = true;
    shown.find(Button).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Najd Foods"));
  });

  test("read for the first time: says how far, and asks again by itself", async () => {
    let answer: object = preparing;
    const shown = openOver(() => ({ body: answer }), { locale });
    await shown.until(() => expect(shown.find(ProgressBar).props.value).toBe(800));
    expect(shown.texts()).toContain(words.readingAccounts);
    answer = portfolio();
    await shown.until(() => expect(shown.texts()).toContain("Najd Foods"));
  });

  test("partly failed: names what is missing, and shows the rest", async () => {
    const shown = await openPage(portfolio({ unreadable: ["checkIns"] }), { locale });
    expect(shown.find(Alert).props.title).toContain(words.partlyTitle);
    expect(shown.texts()).toContain("Najd Foods");
  });

  test("nobody manages an account yet: says what belongs here", async () => {
    const empty = portfolio({ inScope: { mine: 0, team: 0, all: 0 }, matches: 0, rows: [], scope: "all" });
    const shown = await openPage(empty, { locale });
    expect(shown.texts()).toContain(words.noAccountsTitle);
  });

  test("opens with one call, which names the language and nothing else", async () => {
    const shown = await openPage(portfolio(), { locale });
    expect(shown.asked).toMatchObject([
      { method: "GET", path: "/cards/portfolio", query: { lang: locale.slice(0, 2) } },
    ]);
  });
});

describe("an account in the list", () => {
  test.each([
    ["en", ["Najd Foods", "Key account · A", "62 · Slipping", "▼8", "69%", "2 days late", "and 1 more", "Active", "untouched for 82 days", "376k", "notice by Thu 31 Dec", "Noura Alharbi"]], // prettier-ignore
    ["ar-sa", ["Najd Foods", "حساب رئيسي – أ", "٦٢ – يتراجع", "▼٨", "متأخرة يومين", "و١ غيرها", "سارية", "لم تُمَس منذ ٨٢ يومًا", "٣٧٦ ألف", "الإشعار قبل الخميس ٣١ ديسمبر"]], // prettier-ignore
  ])("in %s", async (locale, words) => {
    const shown = await openPage(portfolio({ rows: [najd] }), { locale });
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
  });

  test("of which nothing is known is told in words, never in zeros", async () => {
    const shown = await openPage(portfolio({ rows: [gulf] }));
    const texts = shown.texts();
    const said = texts.slice(texts.lastIndexOf("Gulf Line") + 1);
    expect(said).toContain("Not enough known");
    expect(said).toContain("No plan");
    expect(said).toContain("None planned");
    expect(said.filter((text) => /0/.test(text))).toEqual([]);
  });

  test("whose overdue check-ins could not be read still says how many", async () => {
    const shown = await openPage(portfolio({ rows: [{ ...najd, overdueSince: null }] }));
    expect(shown.texts()).toContain("2 overdue");
  });

  test.each([
    ["en", "ltr", "Account"],
    ["en", "rtl", "Lead"],
    ["ar-sa", "rtl", "الحساب"],
    ["ar-sa", "ltr", "المدير"],
  ] as const)("%s on a page that runs %s: the columns stand in reading order", async (locale, pageDirection, first) => {
    const shown = await openPage(portfolio(), { locale, pageDirection });
    expect(plain(shown.findAll(TableHeader)[0]?.text ?? "")).toBe(first);
    expect(shown.findAll(TableHeader)).toHaveLength(7);
  });
});

describe("what a person chooses stands in the address", () => {
  test("and is asked for when the page is opened with it again", async () => {
    const params = { scope: "team", type: "key,strategic", notice: "60", untouched: "1", page: "3", sort: "recurring" };
    const shown = await openPage(portfolio({ scope: "team", page: 3, matches: 120 }), { params });
    expect(shown.asked[0]?.query).toEqual({ lang: "en", ...params });
    expect(shown.find(MultiSelect, { name: "type" }).props.value).toEqual(["key", "strategic"]);
    expect(shown.find(Select, { name: "notice" }).props.value).toBe("60");
    expect(shown.find(Checkbox, { name: "untouched" }).props.checked).toBe(true);
    expect(shown.find(Table).props).toMatchObject({ paginated: true, page: 3, pageCount: 5 });
  });

  test.each<[string, (shown: Awaited<ReturnType<typeof openPage>>) => void, object]>([
    ["a scope", (shown) => fire(shown.find(ToggleGroup, { name: "scope" }), "onChange", "all"), { scope: "all" }],
    ["tiers", (shown) => fire(shown.find(MultiSelect, { name: "tier" }), "onChange", ["a", "b"]), { tier: "a,b" }],
    ["a manager", (shown) => fire(shown.find(MultiSelect, { name: "manager" }), "onChange", ["12"]), { manager: "12" }],
    ["a notice date", (shown) => fire(shown.find(Select, { name: "notice" }), "onChange", "30"), { notice: "30" }],
    ["overdue ones", (shown) => fire(shown.find(Checkbox, { name: "overdue" }), "onChange", true), { overdue: "1" }],
    ["a tab", (shown) => fire(shown.find(Tabs), "onSelectedChange", "charts"), { tab: "charts", page: "2" }],
    ["a page", (shown) => fire(shown.find(Table), "onPageChange", 1), { page: "1" }],
  ])("%s, from the first page on", async (_, choose, kept) => {
    const shown = await openPage(portfolio({ page: 2, matches: 38 }), { params: { page: "2" } });
    choose(shown);
    expect(shown.address()).toEqual(kept);
  });

  test("a column: first as it helps most, then the other way round", async () => {
    const shown = await openPage();
    const press = (name: string) =>
      fire(
        shown.find(TableHeader, (header) => plain(header.text ?? "").startsWith(name)),
        "onSortChange",
        "ascending",
      );
    press("Recurring");
    expect(shown.address()).toEqual({ sort: "recurring", descending: "1" });
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    press("Recurring");
    expect(shown.address()).toEqual({ sort: "recurring" });
    press("Health");
    expect(shown.address()).toEqual({ sort: "health" });
  });

  test("a search, once the person has stopped typing", async () => {
    const shown = await openPage();
    for (const text of ["n", "na", "naj"]) fire(shown.find(SearchInput), "onInput", text);
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    expect(shown.asked[1]?.query["search"]).toBe("naj");
    expect(shown.calls.filter(({ name }) => name === "navigateToPage")).toHaveLength(1);
  });

  test("and goes by one button, all but whose accounts and the order", async () => {
    const params = { scope: "team", search: "zz", tier: "a", sort: "name" };
    const shown = await openPage(portfolio({ rows: [], matches: 0 }), { params });
    expect(shown.texts()).toContain(en.noMatchTitle);
    shown.findAll(Button, (button) => plain(button.text ?? "") === en.clearFilters)[0]?.trigger("onClick");
    expect(shown.address()).toEqual({ scope: "team", sort: "name" });
  });

  test("what means nothing any more is left alone", async () => {
    const shown = await openPage(portfolio(), { params: { tier: "z", page: "many", notice: "7", tab: "old" } });
    expect(shown.find(MultiSelect, { name: "tier" }).props.value).toEqual([]);
    expect(shown.texts()).toContain("Najd Foods");
  });
});

test("who has no account of their own is led to all", async () => {
  const shown = await openPage(portfolio({ rows: [], matches: 0, inScope: { mine: 0, team: 0, all: 400 } }));
  shown.find(Button, (button) => plain(button.text ?? "") === en.showAll).trigger("onClick");
  expect(shown.address()).toEqual({ scope: "all" });
});

test("refresh asks for what is new, and says the time it is of", async () => {
  let asOf = "2026-11-22T07:42:00Z";
  const shown = openOver(() => ({ body: portfolio({ asOf }) }), { params: { scope: "all" } });
  await shown.until(() => expect(shown.texts().join()).toMatch(/as of 10:42/));
  asOf = "2026-11-22T08:01:00Z";
  shown.find(LoadingButton, (button) => plain(button.text ?? "") === en.refresh).trigger("onClick");
  await shown.until(() => expect(shown.texts().join()).toMatch(/as of 11:01/));
  expect(shown.asked[1]?.query).toEqual({ lang: "en", scope: "all", fresh: "1" });
});

describe("export", () => {
  const exportButton = (shown: ReturnType<typeof openOver>) =>
    shown.find(LoadingButton, (button) => plain(button.text ?? "") === en.export);
  const link = {
    url: "https://keyline.example.com/exports/portfolio.csv?x=1",
    goodForSeconds: 2,
    accounts: 38,
  };

  test("makes a link for the accounts as they were chosen, which goes with another choice", async () => {
    const shown = openOver(({ path }) => ({ body: path.endsWith("/export") ? link : portfolio() }), {
      params: { tier: "a", page: "1" },
    });
    await shown.until(() => expect(shown.texts()).toContain("Najd Foods"));
    exportButton(shown).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Save 38 accounts (CSV)"));
    expect(shown.asked[1]).toMatchObject({ path: "/cards/portfolio/export", query: { tier: "a", lang: "en" } });
    expect(shown.findAll(Link).map(({ props }) => props.href)).toContainEqual({ url: link.url, external: true });
    fire(shown.find(MultiSelect, { name: "tier" }), "onChange", ["b"]);
    await shown.until(() => expect(exportButton(shown).props.loading).toBe(false));
  });

  test("goes by itself once the link no longer opens", async () => {
    const shown = openOver(({ path }) => ({
      body: path.endsWith("/export") ? { ...link, goodForSeconds: 0 } : portfolio(),
    }));
    await shown.until(() => expect(shown.texts()).toContain("Najd Foods"));
    exportButton(shown).trigger("onClick");
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    await shown.until(() => expect(exportButton(shown).props.loading).toBe(false));
  });

  test("that fails says so, and can be tried again", async () => {
    const shown = openOver(({ path }) => (path.endsWith("/export") ? "no answer" : { body: portfolio() }));
    await shown.until(() => expect(shown.texts()).toContain("Najd Foods"));
    exportButton(shown).trigger("onClick");
    await shown.until(() =>
      expect(shown.calls).toContainEqual({ name: "addAlert", values: [{ type: "danger", message: en.offlineText }] }),
    );
    expect(exportButton(shown).props.loading).toBe(false);
  });
});

test("the top line counts what the filters let through, and leaves out accounts without a goal aloud", async () => {
  const shown = await openPage(portfolio({ matches: 12 }));
  expect(shown.texts()).toEqual(
    expect.arrayContaining([
      "Accounts",
      "of 38",
      "Revenue 2026",
      "of 21m · 68%",
      "2 accounts without a goal are left out",
    ]),
  );
});

describe("charts", () => {
  test("show the four questions", async () => {
    const shown = await openPage(portfolio(), { params: { tab: "charts" } });
    const [attainment, health, overdue] = shown.findAll(BarChart).map(({ props }) => props);
    expect(attainment?.data).toEqual([
      { manager: "Tom Weber", percent: 41.5 },
      { manager: "Noura Alharbi", percent: 69 },
    ]);
    expect(health?.data).toMatchObject({ options: { propertyLabels: { band: { at_risk: "At risk" } } } });
    expect(overdue?.data).toEqual([
      { week: "Earlier", overdue: 1 },
      { week: "8 Nov", overdue: 0 },
      { week: "15 Nov", overdue: 4 },
    ]);
    expect(shown.find(LineChart).props.data).toMatchObject({
      data: [
        { month: "Nov", series: "revenue", amount: 1_200_000 },
        { month: "Nov", series: "goal", amount: 1_750_000 },
        { month: "Dec", series: "goal", amount: 1_750_000 },
      ],
    });
  });

  test("say in words when there is nothing to draw", async () => {
    const { charts } = portfolio() as Extract<ReturnType<typeof portfolio>, { state: "ready" }>;
    const weeks = [{ from: "2026-11-15" as const, count: 0 }];
    const none = { ...charts, attainmentByManager: [], overdueByWeek: { earlier: 0, weeks }, revenueByMonth: [] };
    const shown = await openPage(portfolio({ charts: none }), { params: { tab: "charts" } });
    expect(shown.texts()).toEqual(expect.arrayContaining([en.chartNoGoals, en.chartNoneOverdue]));
    expect(shown.findAll(LineChart)).toEqual([]);
  });
});

describe("managers", () => {
  test("show their load in percent of what their types allow, in colour and in a word", async () => {
    const shown = await openPage(portfolio(), { params: { tab: "managers" } });
    const tags = shown.findAll(StatusTag).map(({ props, text }) => [props.variant, plain(text ?? "")]);
    expect(tags).toEqual([
      ["danger", "113% · over what the types allow"],
      ["success", "52% · has room"],
    ]);
    expect(shown.texts()).toEqual(
      expect.arrayContaining(["1 × Sales account, 2 × Strategic account", "no longer active"]),
    );
  });

  test("lead to the accounts of one", async () => {
    const shown = await openPage(portfolio(), { params: { tab: "managers", scope: "all" } });
    shown.findAll(Link)[1]?.trigger("onClick");
    expect(shown.address()).toMatchObject({ scope: "all", tab: "accounts", manager: "12" });
  });
});
