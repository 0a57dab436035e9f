import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { callOver } from "../src/call-over.ts";
import { createPacer, openHubSpot } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { largeAccount, largeCounts } from "../test/http/large-account.ts";
import { openBrowser } from "../test/journeys/browser.ts";
import { startKeyline, type Running } from "../test/journeys/start-keyline.ts";

/** A card of an account with more of everything than people have, as HubSpot's bundler built it, in the preview. */
export interface CardFigure {
  bench: "cards";
  card: string;
  needs: number;
  objectives: number;
  contacts: number;
  /** From the click on its tab until its first row can be read; the median of five. */
  readableMs: number;
  /** Of all HubSpot calls made meanwhile, those of the page (contacts, deals, tasks at the side) among them. */
  calls: number;
  /** The most time between two frames while the whole page is scrolled through, 120 pixels a frame. */
  longestFrameMs: number;
  /** Elements that the card put on the page. */
  elements: number;
}

const cards: { card: string; tab: string; row: (page: Page) => Locator; more?: string }[] = [
  { card: "keyline_plan", tab: "Account plan", row: (page) => page.getByText(/Objective \d+/), more: "Growth" },
  { card: "keyline_needs", tab: "Needs", row: (page) => page.getByText(/Need \d+/) },
  { card: "keyline_kpis", tab: "KPIs", row: (page) => page.getByText("New sales") },
  { card: "keyline_check_ins", tab: "Check-ins", row: (page) => page.getByRole("button", { name: "Reschedule" }) },
];
const openings = 5;

/** Starts the whole product, adds the account, opens each card in Chromium. Needs Chromium (`CHROMIUM`). */
export async function benchCards(): Promise<CardFigure[]> {
  const data = await mkdtemp(join(tmpdir(), "keyline-bench-"));
  const browser = await openBrowser();
  const running = await startKeyline(data);
  try {
    const companyId = await addAccount(running);
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    page.setDefaultTimeout(60_000);
    // tsx names the functions of `scrolled` by it; the page knows it not.
    await page.addInitScript("globalThis.__name = (named) => named");
    const figures: CardFigure[] = [];
    for (const card of cards) figures.push(await measure(page, running, companyId, card));
    return figures;
  } finally {
    await browser.close();
    await running.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function addAccount({ sandboxUrl }: Running): Promise<string> {
  const pacer = createPacer({ key: "fill", limits: { max: 1_000_000, windowMs: 10_000, searchesPerSecond: 100_000 } });
  const hubspot = openHubSpot({ baseUrl: sandboxUrl, token: "sandbox", pacer, log: quietLog });
  const id = await largeAccount(hubspot, "Tihama Cement");
  // The worker hears of the account, plans its check-in and counts its numbers.
  await untilQuiet(sandboxUrl);
  return id;
}

const callsSoFar = async (sandboxUrl: string) =>
  ((await callOver(sandboxUrl, "sandbox")("GET", "/_sandbox/calls")) as { total: number }).total;

async function untilQuiet(sandboxUrl: string): Promise<void> {
  for (let last = -1; ;) {
    const now = await callsSoFar(sandboxUrl);
    if (now === last) return;
    last = now;
    await sleep(5_000);
  }
}

async function measure(
  page: Page,
  { previewUrl, sandboxUrl }: Running,
  companyId: string,
  { card, tab, row, more }: (typeof cards)[number],
): Promise<CardFigure> {
  const times: number[] = [];
  let calls = 0;
  for (let opening = 0; opening < openings; opening++) {
    await page.goto(`${previewUrl}/?companyId=${companyId}&locale=en`);
    await untilQuiet(sandboxUrl);
    const callsBefore = await callsSoFar(sandboxUrl);
    const startedAt = performance.now();
    await page.getByRole("tab", { name: tab, exact: true }).click();
    if (more) await page.getByRole("tab", { name: more }).click();
    await row(page).first().waitFor();
    times.push(performance.now() - startedAt);
    calls = (await callsSoFar(sandboxUrl)) - callsBefore;
  }
  const { needs, objectives, contacts } = largeCounts;
  return {
    bench: "cards",
    card,
    needs,
    objectives,
    contacts,
    readableMs: Math.round(times.toSorted((a, b) => a - b)[Math.floor(openings / 2)] ?? 0),
    calls,
    ...(await scrolled(page)),
  };
}

/** Scrolls whatever scrolls, a step a frame, and remembers the longest frame. */
function scrolled(page: Page): Promise<Pick<CardFigure, "longestFrameMs" | "elements">> {
  return page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const scrollers = [...document.querySelectorAll("*")].filter((one) => one.scrollHeight > one.clientHeight + 1);
    let longest = 0;
    let last = await frame();
    for (const scroller of scrollers) {
      for (let top = 0; top < scroller.scrollHeight; top += 120) {
        scroller.scrollTop = top;
        const now = await frame();
        longest = Math.max(longest, now - last);
        last = now;
      }
    }
    const elements = document.querySelector("[role=tabpanel]")?.querySelectorAll("*").length ?? 0;
    return { longestFrameMs: Math.round(longest), elements };
  });
}
