import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { selectors, type Browser, type Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const hasBrowser = chromiumPath !== undefined || process.env["CI"] === "true";
if (!hasBrowser) console.warn("Skipped: the journey of a manager needs Chromium (set CHROMIUM to its path).");

/** `SCREENS=docs/screens npm test -- test/journeys` renews the pictures. */
const screens = process.env["SCREENS"];

(hasBrowser ? describe : describe.skip)("a manager looks at the portfolio", () => {
  const data = mkdtempSync(join(tmpdir(), "keyline-portfolio-"));
  let running: Running;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    selectors.setTestIdAttribute("data-test");
    running = await startKeyline(data);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    page.setDefaultTimeout(30_000);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const open = (params: Record<string, string>, more = "") => {
    const path = encodeURIComponent(`/?${new URLSearchParams(params).toString()}`);
    return page.goto(`${running.previewUrl}/?card=keyline_portfolio&width=1340&path=${path}${more}`);
  };
  const picture = async (name: string) => {
    if (screens) await page.screenshot({ path: join(screens, `${name}.png`) });
  };

  test("sees every account, narrows them down, and finds the same after a reload", async () => {
    await open({ scope: "all" });
    await page.getByText("Gulf Vaccine Logistics").waitFor();
    // The planner says what is late soon after the start; the page shows it once it is read again.
    for (let round = 0; round < 30 && (await page.getByText(/days? late/).count()) === 0; round++) {
      await page.getByRole("button", { name: "Refresh" }).click();
      await page.waitForTimeout(1_000);
    }
    await picture("portfolio-en");
    await page.getByLabel("Check-ins overdue").check();
    await page.getByText("Najd Foods").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Account" }).click();
    await page.waitForURL(/sort%3Dname/);
    await page.reload();
    await page.getByText("Gulf Vaccine Logistics").waitFor();
    expect(await page.getByLabel("Check-ins overdue").isChecked()).toBe(true);
    expect(await page.getByText("Najd Foods").count()).toBe(0);
  }, 120_000);

  test("saves the accounts as a file", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    const href = await page.getByRole("link", { name: /Save \d+ account/ }).getAttribute("href");
    const file = await fetch(href ?? "");
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(await file.text()).toContain("Gulf Vaccine Logistics,Key account");
  }, 60_000);

  test("chooses a company by its rank and takes it on without leaving the page", async () => {
    await open({ scope: "all", tab: "choose" });
    await page.getByText("Dar Alward Hotels").waitFor();
    await picture("portfolio-choose-en");
    await page.getByRole("button", { name: "Start managing" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Start managing" }).click();
    await page.getByRole("link", { name: "Dar Alward Hotels" }).waitFor({ state: "detached" });
    await page.getByRole("tab", { name: "Accounts", exact: true }).click();
    await page.getByLabel("Search accounts").fill("alward");
    await page.getByRole("link", { name: "Dar Alward Hotels" }).waitFor();
  }, 120_000);

  test.each([
    ["portfolio-ar-rtl", "accounts", "rtl", "Gulf Vaccine Logistics"],
    ["portfolio-ar-ltr", "accounts", "ltr", "Gulf Vaccine Logistics"],
    ["portfolio-managers-ar", "managers", "rtl", "الحِمل"],
    ["portfolio-charts-ar", "charts", "rtl", "السلامة حسب الفئة"],
    ["portfolio-choose-ar", "choose", "rtl", "Svea Fisk"],
  ])(
    "the page speaks Arabic: %s",
    async (name, tab, dir, text) => {
      await open({ scope: "all", tab }, `&locale=ar&dir=${dir}`);
      await page.getByText(text).first().waitFor();
      await picture(name);
      expect(await page.getByTestId("card-keyline_portfolio").innerText()).not.toMatch(/Accounts|Health|Refresh|Goal/);
    },
    60_000,
  );

  test.each([
    ["portfolio-charts-en", "charts", "Health by tier"],
    ["portfolio-managers-en", "managers", "Accounts by type"],
  ])(
    "charts and workload: %s",
    async (name, tab, text) => {
      await open({ scope: "all", tab });
      await page.getByText(text).first().waitFor();
      await picture(name);
    },
    60_000,
  );

  test.each([
    ["en", "ltr", "Set up accounts", ["Tier", "A", "Show what changes", /^Change \d/, "Done"]],
    ["ar", "rtl", "Set up accounts", ["الفئة", "ب", "اعرض ما سيتغير", /^غيّر/, "تم"]],
  ] as const)(
    "sets up several companies at once, in %s",
    async (locale, dir, action, [tier, value, look, start, done]) => {
      await page.goto(`${running.previewUrl}/?tab=companies&locale=${locale}&dir=${dir}`);
      for (const name of ["Palm Gelato", "Hellas Yoghurt", "Najd Dairy"]) {
        await page.getByRole("checkbox", { name, exact: true }).check();
      }
      await page.getByRole("button", { name: action }).click();
      const panel = page.getByRole("dialog");
      await panel.getByLabel(tier).selectOption({ label: value });
      await panel.getByRole("button", { name: look }).click();
      await panel.getByRole("button", { name: start }).waitFor();
      await picture(`set-up-preview-${locale}`);
      await panel.getByRole("button", { name: start }).click();
      await panel.getByText(done, { exact: true }).waitFor();
      await picture(`set-up-done-${locale}`);
    },
    60_000,
  );
});
