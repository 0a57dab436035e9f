import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { selectors, type Browser, type Page } from "playwright-core";
import { chromiumPath, openBrowser } from "./browser.ts";
import { logs } from "./logged-check-ins.ts";
import { atRest, eventually, openPortal, type Portal, type Properties } from "./portal.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const hasBrowser = chromiumPath !== undefined || process.env["CI"] === "true";
if (!hasBrowser) console.warn("Skipped: the journey of a check-in needs Chromium (set CHROMIUM to its path).");

/** `SCREENS=docs/screens npm test -- test/journeys` renews the pictures of the README. */
const screens = process.env["SCREENS"];

/** Without the marks that keep directions apart: what a person reads. */
const plain = (text: string) => text.replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, "");

(hasBrowser ? describe : describe.skip)("one check-in, from a company record to a HubSpot task", () => {
  const data = mkdtempSync(join(tmpdir(), "keyline-journey-"));
  let running: Running;
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let company: { id: string; name: string };

  beforeAll(async () => {
    selectors.setTestIdAttribute("data-test");
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
    const [first] = await portal.companies();
    if (!first) throw new Error("The demo portal has no company that is not managed yet.");
    company = first;
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    page.setDefaultTimeout(20_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const open = (more = "") => page.goto(`${running.previewUrl}/?companyId=${company.id}${more}`);
  const picture = async (name: string) => {
    if (screens) await page.screenshot({ path: join(screens, `${name}.png`) });
  };

  describe.each(logs)("logged in $locale", (log) => {
    const { locale, words } = log;
    const card = () => page.getByRole("tabpanel");
    const panel = () => page.getByRole("dialog");
    const named = (role: "button" | "radio" | "checkbox", name: string) => panel().getByRole(role, { name });
    let id: string;
    const key = () => `${id}:${log.slot}`;
    const checkIn = async () => (await portal.checkIns(id)).find(({ check_in_key: one }) => one === key());
    const tasks = async (kind: string) =>
      (await portal.tasks(id)).filter(({ keyline_task_key: one }) => one?.endsWith(`${key()}:${kind}`));

    beforeAll(async () => {
      id = await portal.companyNamed(log.account);
      await eventually(
        () => tasks("reminder"),
        (found) => found.length === 1,
      );
      await page.goto(`${running.previewUrl}/?companyId=${id}&tab=keyline_check_ins&locale=${locale}&dir=${log.dir}`);
    }, 60_000);

    test("one panel, opened filled, is written and saved", async () => {
      const { press, tick, write, choose } = log.hand(page);
      const field = (name: string) => panel().getByRole("textbox", { name, exact: true });
      await card().getByRole("button", { name: log.log, exact: true }).waitFor();
      await page.getByRole("tab", { selected: true }).focus();
      await press(card().getByRole("button", { name: log.log, exact: true }));
      await panel().waitFor();
      const opened = await panel()
        .getByRole("combobox", { name: words.logWhich })
        .evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.label);
      expect(plain(opened ?? "")).toMatch(log.opensWith);
      expect(await field(words.heldOn).inputValue()).toBe(log.opensOn);
      await write(field(words.heldOn), log.heldOn);
      await tick(named("radio", log.tag));
      await tick(named("checkbox", log.attended));
      await tick(named("checkbox", log.topic));
      await write(panel().getByRole("textbox", { name: words.otherTopics }), log.own);
      await choose(panel().getByLabel(new RegExp(log.promise)), words.promiseDone);
      await write(field(words.recommendationWhat), log.recommendation);
      await write(field(words.recommendationWho), log.who);
      await write(field(words.recommendationBy), log.by);
      await write(field(words.standingInTheWay), log.obstacle);
      await page.setViewportSize({ width: 1366, height: 1600 });
      await picture(`check-ins-log-${locale}`);
      await press(named("button", words.saveLog));
      await panel().waitFor({ state: "detached" });
      expect(await checkIn()).toMatchObject({
        state: "held",
        held_on: log.heldOn,
        outcome: "good",
        topics: `${log.topic}\n${log.own}`,
        obstacles: log.obstacle,
      });
      expect(JSON.parse((await checkIn())?.["recommendations"] ?? "[]")).toMatchObject([
        { what: log.recommendation, who: log.who, by: log.by, state: "open" },
      ]);
    }, 60_000);

    test("the timeline tells it, and the next one is planned", async () => {
      const titles = async () => (await card().getByRole("button").allInnerTexts()).map(plain);
      const isLogged = (title: string) => log.past.test(title);
      expect(await eventually(titles, (found) => found.some(isLogged))).toContainEqual(expect.stringMatching(log.past));
      const line = card()
        .getByRole("button")
        .nth((await titles()).findIndex(isLogged));
      await line.click();
      await card().getByText(log.own).waitFor();
      await card().getByText(log.attended).first().waitFor();
      await page.getByRole("status").first().waitFor({ state: "detached" });
      await picture(`check-ins-logged-${locale}`);
      await page.setViewportSize({ width: 1366, height: 900 });
      expect(await card().innerText()).not.toMatch(log.foreign);
      const planned = await eventually(
        async () => (await portal.checkIns(id)).filter(({ state }) => state === "planned"),
        (found) => found.length === 1,
      );
      expect(planned.map(({ due_date: due }) => due)).toEqual([log.next]);
    }, 60_000);

    test("in the portal its tasks are done, and the promise is kept", async () => {
      const statusesOf = (found: Properties[]) => found.map((task) => task["hs_task_status"]);
      const done = await eventually(
        () => tasks("reminder"),
        (found) => statusesOf(found).includes("COMPLETED"),
      );
      expect(statusesOf(done)).toEqual(["COMPLETED"]);
      expect((await checkIn())?.["reminder_state"]).toBe("completed");
      expect(statusesOf(await tasks("escalation"))).toEqual(log.told);
      const promises = (await portal.checkIns(id)).flatMap((one) => JSON.parse(one["recommendations"] || "[]"));
      const kept = promises.filter(({ what }: { what: string }) => what === log.promise);
      expect(new Set(kept.map(({ state }: { state: string }) => state))).toEqual(new Set(["done"]));
    }, 60_000);
  });

  test("a company gets a type and a rhythm, and its first check-in is planned", async () => {
    await open();
    await page.getByRole("tab", { name: "Check-ins" }).click();
    const card = page.getByRole("tabpanel");
    await card.getByRole("button", { name: "Start managing" }).click();
    const planned = await eventually(
      () => portal.checkIns(company.id),
      (found) => found.length > 0,
    );
    expect(planned.map(({ state }) => state)).toEqual(["planned"]);
    await card.getByRole("button", { name: "Reschedule" }).waitFor();
    await picture("check-ins-en");
  }, 60_000);

  test("the reminder is a task with owner, due date, title and brief", async () => {
    const tasks = await eventually(
      () => portal.tasks(company.id),
      (found) => found.length > 0,
    );
    const [checkIn] = await portal.checkIns(company.id);
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.["hs_timestamp"]?.slice(0, 10)).toBe(checkIn?.["due_date"]);
    expect(tasks[0]?.["hubspot_owner_id"]).toMatch(/^\d+$/);
    expect(tasks[0]?.["hs_task_subject"]).toContain(company.name);
    // In the owner's language, which is Arabic here: what happened at this company of late.
    expect(tasks[0]?.["hs_task_body"]).toContain("في آخر ٩٠ يومًا");
    expect(tasks[0]?.["hs_task_body"]).toContain("كسبنا «Maintenance, line 2»");
  }, 60_000);

  test("completing the task plans the next check-in from the rhythm", async () => {
    const task = page.getByTestId("open-tasks").getByRole("button", { name: company.name }).first();
    await task.click();
    // The next one is made before the old one says that it was held.
    const checkIns = await eventually(
      () => portal.checkIns(company.id),
      (found) => found.length === 2 && found.some(({ state }) => state === "held"),
    );
    expect(checkIns.map(({ state }) => state).toSorted()).toEqual(["held", "planned"]);
  }, 60_000);

  test("its reminder comes on its day, as the clock moves, and not before", async () => {
    const next = (await portal.checkIns(company.id)).find(({ state }) => state === "planned");
    const due = Date.parse(next?.["due_date"] ?? "");
    await portal.clock(new Date(due - 10 * 86_400_000).toISOString());
    await page.getByRole("button", { name: "+1 day" }).click();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await portal.tasks(company.id)).toHaveLength(1);
    await page.getByRole("button", { name: "+1 week" }).click();
    const tasks = await eventually(
      () => portal.tasks(company.id),
      (found) => found.length === 2,
    );
    expect(tasks.map((task) => task["hs_timestamp"]?.slice(0, 10))).toContain(next?.["due_date"]);
  }, 60_000);

  test.each([
    ["check-ins-ar-rtl", "&locale=ar&dir=rtl"],
    ["check-ins-ar-ltr", "&locale=ar&dir=ltr"],
  ])(
    "the cards speak Arabic: %s",
    async (name, more) => {
      await open(`${more}&tab=keyline_check_ins`);
      await page.getByRole("tabpanel").getByText("الموجز").first().waitFor();
      await picture(name);
      expect(await page.getByRole("tabpanel").innerText()).not.toMatch(/Reschedule|Skip|Brief|Earlier/);
    },
    60_000,
  );

  test("after Ctrl-C and a new start nothing is lost or doubled", async () => {
    const stands = async () => ({ checkIns: await portal.checkIns(company.id), tasks: await portal.tasks() });
    // The clock has just moved by a week: other accounts' tasks are still being made.
    const before = await atRest(stands);
    const pressedAt = Date.now();
    await running.stop();
    expect(Date.now() - pressedAt).toBeLessThan(20_000);
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
    expect(await atRest(stands)).toEqual(before);
  }, 180_000);
});
