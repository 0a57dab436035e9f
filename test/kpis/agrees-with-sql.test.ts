import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { minorDigits, settingsFrom } from "@keyline/domain";
import { createPacer, openHubSpot, type HubSpot } from "../../src/hubspot/index.ts";
import { recalculate } from "../../src/kpis/index.ts";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { openSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { callOver } from "../../src/call-over.ts";
import { generate } from "./order-history/generate.ts";
import { load, type Loaded } from "./order-history/load.ts";
import { openLedger } from "./order-history/sql.ts";

/**
 * An order history of some hundred companies, loaded through HubSpot's public API as somebody else's program does, and
 * totals that a database computes from the same orders by SQL of its own: they must agree to the minor unit.
 */
interface Portal {
  currency: string;
  timeZone: string;
  /** When midnight is there, in UTC, about: so many orders close around it. */
  midnightUtcHour: number;
  fiscalYearStartMonth: number;
  companies: number;
  rates: Record<string, number>;
  periods: [key: string, from: string, until: string, before: string][];
}

const portals: Portal[] = [
  {
    currency: "SAR",
    timeZone: "Asia/Riyadh",
    midnightUtcHour: 21,
    fiscalYearStartMonth: 1,
    companies: 120,
    rates: { EUR: 4.0873, USD: 3.75 },
    periods: [
      ["2026-11", "2026-11-01", "2026-12-01", "2026-10-01"],
      ["2026-10", "2026-10-01", "2026-11-01", "2026-09-01"],
      ["2025-Q2", "2025-04-01", "2025-07-01", "2025-01-01"],
      ["2026-Q4", "2026-10-01", "2027-01-01", "2026-07-01"],
      ["2024", "2024-01-01", "2025-01-01", "2023-01-01"],
      ["2026", "2026-01-01", "2027-01-01", "2025-01-01"],
    ],
  },
  {
    currency: "JPY",
    timeZone: "America/New_York",
    midnightUtcHour: 4.5,
    fiscalYearStartMonth: 4,
    companies: 50,
    rates: { USD: 149.37 },
    periods: [
      ["2026-03", "2026-03-01", "2026-04-01", "2026-02-01"],
      ["2026-11", "2026-11-01", "2026-12-01", "2026-10-01"],
      ["2026-Q1", "2025-04-01", "2025-07-01", "2025-01-01"],
      ["2026", "2025-04-01", "2026-04-01", "2024-04-01"],
    ],
  },
  {
    currency: "KWD",
    // Clocks change at midnight there: the first day of summer time begins at one.
    timeZone: "Africa/Cairo",
    midnightUtcHour: 21.5,
    fiscalYearStartMonth: 7,
    companies: 50,
    rates: {},
    periods: [
      ["2024-04", "2024-04-01", "2024-05-01", "2024-03-01"],
      ["2025-Q4", "2025-04-01", "2025-07-01", "2025-01-01"],
      ["2027", "2026-07-01", "2027-07-01", "2025-07-01"],
    ],
  },
];

const now = new Date("2026-11-22T06:00:00Z");

describe.each(portals)("a portal in $currency, $timeZone, its year from month $fiscalYearStartMonth", (portal) => {
  const digits = minorDigits(portal.currency);
  const history = generate({
    seed: digits + 7,
    companies: portal.companies,
    orders: portal.companies * 12,
    ordersOfFirst: 620,
    midnightUtcHour: portal.midnightUtcHour,
    foreignCurrencies: Object.keys(portal.rates),
    digits,
  });
  let sandbox: Sandbox;
  let hubspot: HubSpot;
  let loaded: Loaded;
  let ledger: Awaited<ReturnType<typeof openLedger>>;

  beforeAll(async () => {
    sandbox = await openSandbox({ seed: "none" });
    sandbox.clock.set(now);
    const { timeZone, currency } = portal;
    const limits = { perTenSeconds: 100_000, perDay: 10_000_000, searchesPerSecond: 10_000 };
    // Searches do not know yet what the loader has just written.
    const searchLagMs = 600_000;
    await callOver(sandbox.url, sandbox.token)("PUT", "/_sandbox/portal", { timeZone, currency, limits, searchLagMs });
    hubspot = openPortal();
    await provision({ hubspot, log: quietLog });
    loaded = await load(sandbox.url, sandbox.token, history, portal.rates, now);
    ledger = await openLedger(history, portal.rates, digits);
  }, 120_000);

  afterAll(async () => {
    await ledger?.close();
    await sandbox?.close();
  });

  const openPortal = () =>
    openHubSpot({
      baseUrl: sandbox.url,
      token: sandbox.token,
      pacer: createPacer({ key: "test", limits: { max: 100_000, windowMs: 10_000, searchesPerSecond: 10_000 } }),
      log: quietLog,
    });
  const settings = settingsFrom({ fiscalYearStartMonth: portal.fiscalYearStartMonth });
  const run = (period: string) => recalculate({ hubspot: openPortal(), settings, now: () => now }, { period });

  test.each(portal.periods)(
    "%s agrees with SQL for every company, and again without a write",
    async (period, from, until, before) => {
      const isRunning = from <= "2026-11-22" && until > "2026-11-22";
      const expected = await ledger.totals({ from, until, before, zone: portal.timeZone, isRunning });
      for (const turn of ["first", "second"]) {
        const { companies, written, refused } = await run(period);
        const found = expected.map(({ company }) => {
          const answers = companies[loaded.companyIds[company] ?? ""] ?? {};
          const value = (metric: string) => answers[metric]?.value;
          return {
            company,
            newSales: value("new_sales"),
            upsell: value("upsell"),
            openPipeline: value("open_pipeline"),
            growth: value("revenue_growth"),
          };
        });
        expect(found).toEqual(expected);
        expect(refused).toEqual([]);
        if (turn === "second") expect(written).toBe(0);
      }
    },
    60_000,
  );

  test("there was something to agree on", async () => {
    const [, from = "", until = "", before = ""] = portal.periods[2] ?? [];
    const totals = await ledger.totals({ from, until, before, zone: portal.timeZone, isRunning: false });
    expect(totals.filter(({ newSales }) => newSales !== 0).length).toBeGreaterThan(portal.companies / 10);
    expect(totals.filter(({ upsell }) => upsell !== 0).length).toBeGreaterThan(portal.companies / 5);
    expect(totals.filter(({ newSales }) => newSales === null)).toHaveLength(1);
  });
});
