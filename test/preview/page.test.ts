import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { openStage } from "./stage.ts";

const describeInBrowser = chromiumPath ? describe : describe.skip;

describeInBrowser("the record page", () => {
  let stage: Awaited<ReturnType<typeof openStage>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let thrown: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
    stage = await openStage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });
  beforeEach(async () => {
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    thrown = [];
    page.on("pageerror", (error) => thrown.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect(thrown).toEqual([]);
  });

  const open = (query: string) => page.goto(`${stage.url}/?companyId=${stage.companyId}&${query}`);
  const see = (text: string | RegExp) =>
    page
      .getByText(text, { exact: typeof text === "string" })
      .first()
      .waitFor();
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });

  test("a built card is drawn, and a click reaches its worker and comes back", async () => {
    await open("tab=greeting");
    await see(`Record ${stage.companyId}`);
    await button("Count 0").click();
    await button("Count 1").waitFor();
  });

  test("a form hands its values to the card, which may raise an alert", async () => {
    await open("tab=greeting");
    await page.getByLabel("Note").fill("Ask about line 4");
    await button("Save note").click();
    await see("Noted: Ask about line 4");
    await page.getByRole("status").filter({ hasText: "Noted" }).first().waitFor();
  });

  test("switching the language draws the card again in the other, on a page that turns", async () => {
    await open("tab=greeting");
    await see("Hello");
    await button("العربية").click();
    await see("مرحبا");
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await button("LTR").click();
    await see("مرحبا");
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
  });

  test("the data hooks read through the portal, and follow a property when it changes", async () => {
    await open("tab=greeting");
    await see("City Riyadh");
    await see("Contacts Haddad");
    await see("Companies 2");
    await see("No window");
    await button("Edit City").click();
    await page.getByLabel("City").fill("Jeddah");
    await page.getByLabel("City").press("Enter");
    await see("City Jeddah");
  });

  test("hubspot.fetch reaches the backend signed, and shows in the strip", async () => {
    await open("tab=greeting");
    await button("Ask the backend").click();
    await see(/^200 \{"answeredBy":"\/cards\/echo"\}/);
    const got = stage.backend.received.at(-1);
    expect(got?.headers["x-hubspot-signature-v3"]).toBeDefined();
    expect(got?.body).toBe('{"hello":1}');
    await button(/What just happened/).click();
    await page.locator('[data-test="events"]').getByText("POST /cards/echo").waitFor();
  });

  test("a card that throws shows HubSpot's error box, and nothing else breaks", async () => {
    await open("tab=failing");
    await button("Break").click();
    await see("This card broke on purpose");
    await see("For Noura");
    await button("Reload card").click();
    await button("Break").waitFor();
  });

  test("another person sees the card as themselves", async () => {
    await open("tab=greeting");
    await see("For Noura");
    await page.locator('[data-test="user-picker"]').selectOption({ label: "Tom Reed" });
    await see("For Tom");
  });

  test("the company picker finds another record", async () => {
    await open("tab=greeting");
    await page.getByRole("combobox", { name: "Company", exact: true }).fill("gulf");
    await page.getByRole("option", { name: /Gulf Line/ }).click();
    await see(`Record ${stage.otherCompanyId}`);
  });

  test("completing a task at the right is a real change of the record", async () => {
    await open("tab=greeting");
    await button("Complete: Call Samar").click();
    await see("Completed (1)");
    const answer = await fetch(
      `${stage.sandbox.url}/crm/objects/2026-09/tasks/${stage.taskId}?properties=hs_task_status`,
      {
        headers: { Authorization: `Bearer ${stage.sandbox.token}` },
      },
    );
    expect(await answer.json()).toMatchObject({ properties: { hs_task_status: "COMPLETED" } });
  });

  test("a week passes by a click", async () => {
    await open("tab=greeting");
    const before = stage.sandbox.clock.now().getTime();
    await button("+1 week").click();
    await expectSoon(() => stage.sandbox.clock.now().getTime() - before >= 7 * 86_400_000);
  });

  test("the app page moves by its own router", async () => {
    await open("tab=portfolio");
    await page.getByRole("link", { name: "Account seven" }).click();
    await see("Account 7");
    await page.getByRole("link", { name: "Back" }).click();
    await see("Your accounts");
  });

  test("the settings page runs", async () => {
    await open("tab=settings");
    await see(/^Portal \d+/);
    await page.getByRole("switch", { name: "Reminders" }).waitFor();
  });

  test("a bulk action gets the companies that were chosen", async () => {
    await open("tab=companies");
    await page.getByRole("checkbox", { name: "Najd Foods" }).check();
    await page.getByRole("checkbox", { name: "Gulf Line" }).check();
    await button("Count them").click();
    await see("2 companies chosen");
  });

  test("bare mode shows one card alone", async () => {
    await open("card=reader&width=300");
    await see("For Noura");
    expect(await page.locator("header").count()).toBe(0);
    expect((await page.locator("main").boundingBox())?.width).toBe(300);
  });

  describe("components", () => {
    test("a panel opens from its button, takes the focus, closes by Esc and gives the focus back", async () => {
      await open("tab=gallery");
      await tab("Overlays").click();
      await button("Open panel").click();
      await page.getByRole("dialog", { name: "Details" }).waitFor();
      expect(await page.getByLabel("Panel note").evaluate((input) => input === document.activeElement)).toBe(true);
      await see("Log opened");
      await page.keyboard.press("Escape");
      await see("Log closed");
      expect(await button("Open panel").evaluate((opener) => opener === document.activeElement)).toBe(true);
    });

    test.each(["Done", "Leave"])("a panel closes by the card's own button %s", async (name) => {
      await open("tab=gallery");
      await tab("Overlays").click();
      await button("Open panel").click();
      await button(name).click();
      await see("Log closed");
    });

    test("a modal opens from a menu and outlives it", async () => {
      await open("tab=gallery");
      await tab("Overlays").click();
      await button("More").click();
      await page.getByRole("menuitem", { name: "Drop" }).click();
      await page.getByRole("dialog", { name: "Sure?" }).waitFor();
      await button("Drop it").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    });

    test("a table sorts and turns its pages", async () => {
      await open("tab=gallery");
      await tab("List").click();
      await button("Need").click();
      await see("Page 1, first Integration guide");
      await button("Next").click();
      await see("Page 2, first Integration guide");
    });

    test("tabs walk by arrow keys", async () => {
      await open("tab=gallery");
      await tab("Figures").focus();
      await page.keyboard.press("ArrowRight");
      await page.getByLabel("Search", { exact: true }).waitFor();
    });

    test("every kind of input reaches the card in its own type", async () => {
      await open("tab=gallery");
      await tab("Form").click();
      await page.getByLabel("Title").pressSequentially("Faster delivery", { delay: 5 });
      await page.getByLabel("Why").fill("They said so");
      await page.getByLabel("How many").fill("1,200");
      await page.getByLabel("Due", { exact: true }).fill("2026-11-29");
      await page.getByLabel("Risk").selectOption({ label: "High" });
      await page.getByRole("combobox", { name: "Who" }).click();
      await page.getByRole("checkbox", { name: "Tom" }).check();
      await page.getByRole("radio", { name: "Well" }).check();
      await page.getByRole("checkbox", { name: "I am sure" }).check();
      await button("Send").click();
      const sent = JSON.parse(((await page.getByText(/^Sent \{/).textContent()) ?? "").slice(5)) as object;
      expect(sent).toMatchObject({
        title: "Faster delivery",
        why: "They said so",
        count: 1200,
        amount: 90_000,
        steps: 1,
        due: { year: 2026, month: 10, date: 29, formattedDate: "2026-11-29" },
        risk: "high",
        who: ["2"],
        how: "well",
        sure: true,
        remind: true,
      });
      await see("Typed Faster delivery");
    });

    test("a calendar chooses a day by keyboard", async () => {
      await open("tab=gallery");
      await tab("Form").click();
      await page.getByLabel("Due", { exact: true }).fill("2026-11-29");
      await button(/Due/).click();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expectSoon(async () => (await page.getByLabel("Due", { exact: true }).inputValue()) === "Dec 6, 2026");
    });
  });
});

async function expectSoon(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 5000;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error("It did not come true in 5 s.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
