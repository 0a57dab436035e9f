import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { tornApart } from "./page-breaks.ts";
import { eventually, openPortal, type Portal } from "./portal.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const hasBrowser = chromiumPath !== undefined || process.env["CI"] === "true";
if (!hasBrowser) console.warn("Skipped: the journey of a plan needs Chromium (set CHROMIUM to its path).");

/** `SCREENS=docs/screens npm test -- test/journeys` renews the pictures of the documents. */
const screens = process.env["SCREENS"];

/** What a person reads and presses, in each language; each has companies of its own, so that none finds the other's plan. */
const journeys = [
  {
    locale: "en",
    dir: "ltr",
    withoutPlan: "Najd Group",
    withPlan: "Najd Foods",
    start: "Start with this",
    create: "Create the plan",
    activate: "Make it active",
    edit: "Write it",
    save: "Save",
    whyTheyBuy: "Why they buy from us",
    words: "Fast spare parts",
    tabs: ["Who decides", "Growth", "Resources", "In the way", "Success"],
    review: "Review",
    decisions: "What we decided",
    finishReview: "Close the review",
    more: "More",
    print: "Print",
    startNext: /Start.*2027/,
    learnt: "What we learnt",
    earlier: /Open.*2026/,
    closedOn: /Closed on/,
    foreign: /سارية|مسودة|راجع/,
  },
  {
    locale: "ar",
    dir: "rtl",
    withoutPlan: "مخابز السنابل",
    withPlan: "Tuwaiq Markets",
    start: "ابدأ بهذه",
    create: "أنشئ الخطة",
    activate: "فعّلها",
    edit: "اكتبه",
    save: "حفظ",
    whyTheyBuy: "لماذا يشترون منا",
    words: "قطع غيار سريعة",
    tabs: ["من يقرر", "النمو", "الموارد", "العقبات", "النجاح"],
    review: "راجع",
    decisions: "ما قررناه",
    finishReview: "أنهِ المراجعة",
    more: "المزيد",
    print: "طباعة",
    startNext: /ابدأ.*٢٠٢٧/,
    learnt: "ما تعلمناه",
    earlier: /افتح.*٢٠٢٦/,
    closedOn: /أُغلقت في/,
    foreign: /Active|Draft|Review|Snapshot/,
  },
] as const;

(hasBrowser ? describe : describe.skip)("an account plan", () => {
  const data = mkdtempSync(join(tmpdir(), "keyline-plan-"));
  let running: Running;
  let portal: Portal;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
    page.setDefaultTimeout(30_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  describe.each(journeys)("in $locale", (words) => {
    let emptyId: string;
    let plannedId: string;
    beforeAll(async () => {
      emptyId = await portal.companyNamed(words.withoutPlan);
      plannedId = await portal.companyNamed(words.withPlan);
    });

    const card = () => page.getByRole("tabpanel").first();
    const dialog = () => page.getByRole("dialog");
    const open = (companyId: string) =>
      page.goto(
        `${running.previewUrl}/?companyId=${companyId}&tab=keyline_plan&locale=${words.locale}&dir=${words.dir}`,
      );
    const picture = async (name: string) => {
      if (!screens) return;
      // What was said of the last click has gone by then.
      await page.locator(".toast").first().waitFor({ state: "detached" });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(screens, `plan-${name}-${words.locale}.png`) });
    };

    test("from nothing: two clicks make a plan with its objectives", async () => {
      expect(await portal.plans(emptyId)).toEqual([]);
      await open(emptyId);
      await card().getByRole("button", { name: words.start }).nth(1).waitFor();
      await picture("templates");
      await card().getByRole("button", { name: words.start }).nth(1).click();
      await dialog().getByRole("button", { name: words.create }).waitFor();
      await picture("create");
      await dialog().getByRole("button", { name: words.create }).click();
      await card().getByRole("button", { name: words.activate }).waitFor();
      expect((await portal.plans(emptyId)).map((plan) => [plan["plan_key"], plan["plan_status"]])).toEqual([
        [`${emptyId}:2026`, "draft"],
      ]);
      expect(await portal.objectives(emptyId)).toHaveLength(9);
      await picture("new");
    }, 120_000);

    test("what is missing is written in place, and the plan becomes active", async () => {
      const section = card().getByText(words.whyTheyBuy, { exact: true });
      await section.locator("xpath=ancestor::*[.//button][1]").getByRole("button", { name: words.edit }).click();
      await dialog().getByRole("textbox").fill(words.words);
      await dialog().getByRole("button", { name: words.save }).click();
      await card().getByText(words.words).waitFor();
      await card().getByRole("button", { name: words.activate }).click();
      await card().getByRole("button", { name: words.review, exact: true }).waitFor();
      const status = await eventually(
        () => portal.property(emptyId, "am_plan_status"),
        (value) => value === "active",
      );
      expect(status).toBe("active");
    }, 90_000);

    test("a running plan shows its six elements", async () => {
      await open(plannedId);
      await card().getByRole("button", { name: words.review, exact: true }).waitFor();
      await picture("snapshot");
      for (const [at, name] of words.tabs.entries()) {
        await card().getByRole("tab", { name }).click();
        await page.waitForTimeout(300);
        await picture(["who-decides", "growth", "resources", "in-the-way", "success"][at] ?? "tab");
      }
      expect(await card().innerText()).not.toMatch(words.foreign);
    }, 120_000);

    test("a review says what has changed, and what was decided becomes history", async () => {
      await card().getByRole("button", { name: words.review, exact: true }).click();
      await dialog().getByRole("textbox", { name: words.decisions }).fill(words.words);
      await picture("review");
      await dialog().getByRole("button", { name: words.finishReview }).click();
      await card().getByText(words.words).first().waitFor();
      const [plan] = await portal.plans(plannedId);
      expect(plan?.["reviews"]).toContain(words.words);
    }, 90_000);

    test("on paper, for us and for them, no sheet ends behind a title, in a row or before a lonely one", async () => {
      await open(plannedId);
      await card().getByRole("button", { name: words.more }).click();
      await page.getByRole("menuitem", { name: words.print }).click();
      await dialog().getByRole("link").nth(1).waitFor();
      await picture("print");
      const links = await dialog()
        .getByRole("link")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      await page.keyboard.press("Escape");
      const paper = await browser.newPage({ viewport: { width: 820, height: 1160 } });
      for (const [at, audience] of (["inside", "customer"] as const).entries()) {
        await paper.goto(links[at] ?? "");
        expect(await paper.locator("html").getAttribute("dir")).toBe(words.dir);
        if (screens) await paper.screenshot({ path: join(screens, `paper-${audience}-${words.locale}.png`) });
        // Wherever the text begins, as shorter and longer plans would have it.
        for (let pushedMm = 0; pushedMm < 250; pushedMm += 23) {
          const { sheets, torn } = await tornApart(paper, pushedMm);
          expect({ pushedMm, torn }).toEqual({ pushedMm, torn: [] });
          expect(sheets).toBeGreaterThan(1);
        }
      }
      await paper.close();
    }, 120_000);

    test("closed, it goes on in the next period once, and stays readable", async () => {
      const before = await portal.objectives(plannedId);
      const openOnes = before.filter(({ objective_status: status }) => status !== "done" && status !== "dropped");
      await card().getByRole("button", { name: words.more }).click();
      await page.getByRole("menuitem", { name: words.startNext }).click();
      await dialog().getByRole("textbox", { name: words.learnt }).fill(words.words);
      await picture("next");
      await dialog().getByRole("button", { name: words.startNext }).dblclick();
      await card().getByRole("button", { name: words.activate }).waitFor();
      const plans = await portal.plans(plannedId);
      expect(plans.map((plan) => [plan["period"], plan["plan_status"]]).toSorted()).toEqual([
        ["2026", "closed"],
        ["2027", "draft"],
      ]);
      const after = await portal.objectives(plannedId);
      const carried = after.filter(({ plan_key: key }) => key === `${plannedId}:2027`);
      expect(carried.map(({ objective_name: name }) => name).toSorted()).toEqual(
        openOnes.map(({ objective_name: name }) => name).toSorted(),
      );
      await picture("rolled-over");
      await card().getByRole("button", { name: words.more }).click();
      await page.getByRole("menuitem", { name: words.earlier }).click();
      await card().getByText(words.closedOn).waitFor();
      await picture("earlier");
    }, 120_000);
  });
});
