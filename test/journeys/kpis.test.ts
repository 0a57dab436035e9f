import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { atRest, eventually, openPortal, type Portal } from "./portal.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const hasBrowser = chromiumPath !== undefined || process.env["CI"] === "true";
if (!hasBrowser) console.warn("Skipped: the journey into a number needs Chromium (set CHROMIUM to its path).");

/** `SCREENS=docs/screens npm test -- test/journeys` renews the pictures of the documents. */
const screens = process.env["SCREENS"];

/** Of the day on which the demo portal opens. */
const runningPeriods = ["2026-11", "2026-Q4", "2026"];

/** What a person reads and presses, in each language. */
const journeys = [
  {
    locale: "en",
    dir: "ltr",
    newSales: "New sales",
    upsell: "Upsell",
    referrals: "Referrals",
    fillIn: "Fill in",
    finished: /figures? changed|nothing has changed/,
    howCounted: "How it is counted",
    target: /This account’s own target/,
    saveTarget: "Save the target",
    record: "Record a referral",
    save: "Save",
    counted: "1 record counted",
    shareOf: /SAR 90k/i,
  },
  {
    locale: "ar",
    dir: "rtl",
    newSales: "مبيعات جديدة",
    upsell: "مبيعات إضافية",
    referrals: "الإحالات",
    fillIn: "احسبها",
    finished: /تغيّر|لم يتغير/,
    howCounted: "كيف يُحسب",
    target: /مستهدف هذا الحساب/,
    saveTarget: "احفظ المستهدف",
    record: "سجّل إحالة",
    save: "حفظ",
    counted: "حُسب سجل واحد",
    shareOf: /٩٠ ألف/,
  },
] as const;

/** Without marks of direction and with ordinary spaces: what a person reads. */
const plain = (text: string) =>
  text.replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, "").replaceAll(/[\u00a0\u202f]/g, " ");

(hasBrowser ? describe : describe.skip)("from a number to the records behind it", () => {
  const data = mkdtempSync(join(tmpdir(), "keyline-kpis-"));
  let running: Running;
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let companyId: string;

  beforeAll(async () => {
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
    companyId = await portal.companyNamed("Najd Foods");
    // `npm start` calculates the demo portal's past by itself. A portal of people's own has none yet.
    const kpis = await atRest(() => portal.kpis(companyId));
    const past = kpis.filter(({ period }) => !runningPeriods.includes(period ?? ""));
    await portal.archiveKpis(past.map(({ id }) => id ?? ""));
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
    page.setDefaultTimeout(20_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Those that were counted when this journey began, and those that it recorded. */
  let referrals: number | undefined;

  describe.each(journeys)("in $locale", (words) => {
    const card = () => page.getByRole("tabpanel");
    const panel = () => page.getByRole("dialog");
    const button = (name: string) => card().getByRole("button", { name, exact: true });
    const picture = async (name: string) => {
      if (!screens) return;
      // What was said of the last click has gone by then.
      await page.getByRole("status").first().waitFor({ state: "detached" });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(screens, `kpis-${name}-${words.locale}.png`) });
    };
    const close = () => page.keyboard.press("Escape");

    test("the card says how the account stands, and fills in what was never calculated", async () => {
      await page.goto(
        `${running.previewUrl}/?companyId=${companyId}&tab=keyline_kpis&locale=${words.locale}&dir=${words.dir}`,
      );
      await button(words.newSales).waitFor();
      // The running quarter is the worker's doing; the ones before are offered once, in the first language.
      const fillIn = button(words.fillIn);
      if (words.locale === "en") {
        await fillIn.click();
        await card().getByText(words.finished).waitFor({ timeout: 60_000 });
      }
      await fillIn.waitFor({ state: "detached" });
      const calculated = await portal.kpis(companyId);
      // Eight quarters, and the month and year that run.
      expect(new Set(calculated.map(({ period }) => period)).size).toBe(10);
      await picture("card");
    }, 120_000);

    test("a number opens its formula and the very deal that was counted, which opens in HubSpot", async () => {
      await button(words.upsell).click();
      await panel().getByText(words.howCounted).waitFor();
      await panel().getByText(words.counted).waitFor();
      expect(plain(await panel().innerText())).toMatch(words.shareOf);
      await picture("drill-down");
      await panel().getByRole("link", { name: "Line 4 upgrade" }).click();
      await page.getByText("Line 4 upgrade").last().waitFor();
      await close();
    }, 60_000);

    test("the target is set in place, and the company keeps it", async () => {
      const value = words.locale === "en" ? "250000" : "260000";
      await page.goto(
        `${running.previewUrl}/?companyId=${companyId}&tab=keyline_kpis&locale=${words.locale}&dir=${words.dir}`,
      );
      await button(words.upsell).click();
      const field = panel().getByLabel(words.target);
      await field.fill(value);
      await field.blur();
      await panel().getByRole("button", { name: words.saveTarget }).click();
      const targets = await eventually(
        () => portal.property(companyId, "am_targets"),
        (text) => text?.includes(value) ?? false,
      );
      expect(JSON.parse(targets ?? "{}")).toMatchObject({ upsell: { per: "quarter", value: Number(value) } });
      await close();
    }, 60_000);

    test("a referral is recorded by two clicks and counts at once", async () => {
      const count = async () =>
        Number(
          (await portal.kpis(companyId)).find(({ kpi_key: key }) => key === `${companyId}:referrals:2026-Q4`)?.[
            "actual"
          ] ?? 0,
        );
      // From the first reading on: a pass that began before a referral may say the old number for a moment.
      referrals = (referrals ?? (await count())) + 1;
      const wanted = referrals;
      await button(words.record).click();
      await panel().getByRole("button", { name: words.save, exact: true }).click();
      expect(await eventually(count, (now) => now === wanted)).toBe(wanted);
      await button(words.referrals).click();
      await panel().getByText(words.howCounted).waitFor();
      await picture("referral");
      await close();
    }, 60_000);
  });

  test("a reader of Arabic on a left-to-right page sees the same in reading order", async () => {
    await page.goto(`${running.previewUrl}/?companyId=${companyId}&tab=keyline_kpis&locale=ar&dir=ltr`);
    await page.getByRole("tabpanel").getByRole("button", { name: "مبيعات جديدة" }).waitFor();
    const shown = await page.getByRole("tabpanel").innerText();
    expect(shown).not.toMatch(/Record|Behind|Against|Reached|yet/);
    if (screens) await page.screenshot({ path: join(screens, "kpis-card-ar-ltr.png") });
  }, 60_000);
});
