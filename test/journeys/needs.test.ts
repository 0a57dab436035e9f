import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ar, en } from "@keyline/ui";
import type { Browser, Locator, Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { tabTo } from "./hands.ts";
import { eventually, openPortal, type Portal } from "./portal.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const hasBrowser = chromiumPath !== undefined || process.env["CI"] === "true";
if (!hasBrowser) console.warn("Skipped: the journey from a need to a deal needs Chromium (set CHROMIUM to its path).");

/** `SCREENS=docs/screens npm test -- test/journeys` renews the pictures of the documents. */
const screens = process.env["SCREENS"];

/** Each story in its reader's language, on a page of its reader's direction, about needs in their words. */
const stories = [
  {
    locale: "en",
    dir: "ltr",
    words: en,
    need: "Cheaper freight to the Emirates",
    what: "A third less for each pallet",
    evidence: "The October invoices are 34 % lower",
    unserved: "Reporting in Arabic",
    amount: "90000",
  },
  {
    locale: "ar",
    dir: "rtl",
    words: ar,
    need: "شحن أرخص إلى جدة",
    what: "ثلث أقل لكل منصة",
    evidence: "فواتير أكتوبر أقل بنسبة ٣٤٪",
    unserved: "Same-day delivery of spare parts",
    amount: "75000",
  },
] as const;

(hasBrowser ? describe : describe.skip)("from a need to a deal", () => {
  const data = mkdtempSync(join(tmpdir(), "keyline-needs-"));
  let running: Running;
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let companyId: string;

  beforeAll(async () => {
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
    companyId = await portal.companyNamed("Najd Foods");
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 1000 } });
    page.setDefaultTimeout(20_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const card = () => page.getByRole("tabpanel");
  const panel = () => page.getByRole("dialog");
  const open = (locale: string, dir: string) =>
    page.goto(`${running.previewUrl}/?companyId=${companyId}&tab=keyline_needs&locale=${locale}&dir=${dir}`);
  const picture = async (name: string) => {
    if (!screens) return;
    // What was said of the last click has gone by then.
    await page.locator(".toast").first().waitFor({ state: "detached" });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(screens, `${name}.png`) });
  };
  const needNamed = async (name: string) => (await portal.needs(companyId)).find((one) => one["need_name"] === name);

  describe.each(stories)("in $locale", ({ locale, dir, words, need, what, evidence, unserved, amount }) => {
    const row = (name: string) => card().getByRole("row").filter({ hasText: name });
    const button = (within: Locator, name: string) => within.getByRole("button", { name });
    const openNeed = async (name: string) => {
      // The deal has the same name, in the last column.
      await row(name).getByRole("link", { name }).first().click();
      await button(panel(), words.needEdit).waitFor();
    };

    test("the card says what they need and what is missing", async () => {
      await open(locale, dir);
      await card().getByText(words.needsGapsTitle).waitFor();
      await row(unserved).first().waitFor();
      await picture(`needs-card-${locale}`);
    }, 60_000);

    test("a need is written down by the keyboard alone", async () => {
      await button(card(), words.needAdd).first().focus();
      await page.keyboard.press("Enter");
      await panel().waitFor();
      await page.keyboard.type(need);
      await tabTo(page, panel().getByLabel(words.needWhat));
      await page.keyboard.type(what);
      await tabTo(page, button(panel(), words.save));
      await page.keyboard.press("Enter");
      await panel().waitFor({ state: "detached" });
      await row(need).waitFor();
      expect(await needNamed(need)).toMatchObject({ need_status: "identified", what });
    }, 60_000);

    test("one deal is opened from it, however often it is clicked", async () => {
      await button(row(need), words.needOpenDeal).click();
      const field = panel().getByLabel(new RegExp(words.needDealAmount));
      await field.fill(amount);
      await field.blur();
      await picture(`needs-deal-${locale}`);
      await button(panel(), words.needOpenDeal).dblclick();
      await panel().waitFor({ state: "detached" });
      await row(need).getByRole("link", { name: need }).nth(1).waitFor();
      const key = (await needNamed(need))?.["need_key"];
      const opened = (await portal.deals()).filter((deal) => deal["keyline_deal_key"] === key);
      expect(opened).toMatchObject([{ dealname: need, amount: `${amount}.00` }]);
      expect((await needNamed(need))?.["opened_deal_id"]).toBe(opened[0]?.["id"]);
    }, 60_000);

    test("confirmed with one click, met with how we know it, and gone from what is open", async () => {
      await openNeed(need);
      await button(panel(), words.needConfirm).click();
      await eventually(
        () => needNamed(need),
        (found) => found?.["need_status"] === "confirmed",
      );
      await panel().getByText(words.needHistory).click();
      await picture(`needs-one-${locale}`);
      await button(panel(), words.needMarkMet).click();
      await panel().getByLabel(words.needMetEvidence).fill(evidence);
      await button(panel(), words.needMarkMet).click();
      const met = await eventually(
        () => needNamed(need),
        (found) => found?.["need_status"] === "met",
      );
      expect(met).toMatchObject({ need_status: "met", met_evidence: evidence });
      await row(need).waitFor({ state: "detached" });
    }, 60_000);

    test("a high-risk need without an initiative gets one, and leaves the gaps", async () => {
      await open(locale, dir);
      await button(card(), words.needsPlan).click();
      await panel().getByRole("combobox").first().selectOption({ label: unserved });
      await picture(`needs-plan-${locale}`);
      await button(panel(), words.needInitiativeSave).click();
      const key = (await needNamed(unserved))?.["need_key"];
      await eventually(
        () => portal.objectives(companyId),
        (all) => all.some((one) => one["need_key"] === key),
      );
      const served = await eventually(
        () => needNamed(unserved),
        (found) => found?.["need_status"] === "served",
      );
      expect(served).toMatchObject({ need_status: "served", initiatives: "1" });
      await page.keyboard.press("Escape");
      await row(unserved)
        .getByText(locale === "en" ? "Being served" : "قيد التلبية")
        .waitFor();
    }, 60_000);
  });

  test("a reader of Arabic on a left-to-right page sees the same in reading order", async () => {
    await open("ar", "ltr");
    await card().getByRole("table").waitFor();
    expect(await card().innerText()).not.toMatch(/Status|Risk|Voiced|Open a deal|Add a need/);
    await picture("needs-card-ar-ltr");
  }, 60_000);
});
