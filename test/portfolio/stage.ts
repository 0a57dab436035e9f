import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkIn,
  checkInKey,
  portfolioQuery,
  type AccountProperties,
  type PlainDate,
  type PortfolioQuery,
  type PortfolioReady,
} from "@keyline/domain";
import { quietLog } from "../../src/log.ts";
import { keepCandidates, openBooks, portfolioActions, type PortfolioDesk } from "../../src/portfolio/index.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import { openStage as openPortalStage, type Stage as PortalStage } from "../check-ins/stage.ts";

export interface Stage extends PortalStage {
  queue: Queue;
  /** Noura's. */
  readonly desk: PortfolioDesk;
  /** The desk of another person, by owner id. */
  as(ownerId: string): PortfolioDesk;
  /** What the page is told for these values of its address. */
  read(query?: Record<string, string>, desk?: PortfolioDesk): Promise<PortfolioReady>;
  /** A company with a type and a rhythm, and whatever else. */
  account(name: string, properties?: Partial<AccountProperties>): Promise<string>;
  set(id: string, properties: Partial<AccountProperties>): Promise<void>;
  overdue(companyId: string, due: PlainDate): Promise<void>;
  /** No company and no check-in any more, nothing read yet, nine in the morning of Sunday 22 November. */
  empty(): Promise<void>;
  /** As another process of the backend, which has read nothing yet. */
  restarted(): PortfolioDesk;
}

/** A provisioned portal with Noura and Tom, who report to Huda, and the rooms that the portfolio page stands on. */
export async function openStage(): Promise<Stage> {
  const stage = await openPortalStage();
  const data = mkdtempSync(join(tmpdir(), "keyline-portfolio-"));
  const queue = await openQueue({ dataFolder: data, log: quietLog });
  const { hubspot } = stage;
  const userOf = (ownerId: string) => String(1_000 + Number(ownerId));
  let portal = 1;
  const openDesk = (ownerId: string, books = openBooks({ store: queue.store, log: quietLog })): PortfolioDesk => ({
    ...stage.parts,
    portalId: String(portal),
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    hubspot: hubspot.as("interactive"),
    caller: { userId: userOf(ownerId), userEmail: "", language: "en" },
    books,
    candidates: keepCandidates(),
    linkTo: (path, facts) => `https://keyline.example.com${path}?${new URLSearchParams(facts).toString()}`,
  });
  let desk = openDesk(stage.people.noura);
  return {
    ...stage,
    queue,
    get desk() {
      return desk;
    },
    as: (ownerId) => openDesk(ownerId, desk.books),
    async read(query = {}, at = desk) {
      const answer = await portfolioActions.portfolio(at, asked(query));
      if (answer.state !== "ready") throw new Error(`Still reading: ${answer.read} of ${answer.total}`);
      return answer;
    },
    async account(name, properties = {}) {
      const managed = { am_account_type: "key", am_rhythm: "monthly", am_lead_manager: stage.people.noura } as const;
      const [id = ""] = await stage.companies(1, { ...managed, ...properties }, { name });
      return id;
    },
    async set(id, properties) {
      await hubspot.records("companies").update([{ id, properties: {}, extra: texts(properties) }]);
    },
    async overdue(companyId, due) {
      const key = checkInKey(companyId, due);
      const values = { check_in_name: key, company_record_id: Number(companyId), slot_date: due, planned_date: due };
      await hubspot
        .records(checkIn)
        .upsert([{ key, properties: { ...values, check_in_key: key, due_date: due, state: "overdue" } }]);
    },
    async empty() {
      for (const type of ["companies", "p_check_in"]) {
        for await (const page of hubspot.records(type).list()) {
          await hubspot.records(type).archive(page.map(({ id }) => id));
        }
      }
      await stage.control("PUT", "portal", { searchLagMs: 0 });
      await stage.goTo("2026-11-22T06:00:00Z");
      portal++;
      desk = openDesk(stage.people.noura);
    },
    restarted: () => openDesk(stage.people.noura),
    async close() {
      await queue.close();
      await stage.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export function asked(query: Record<string, string>): PortfolioQuery {
  return portfolioQuery.parse(query);
}

function texts(properties: Partial<AccountProperties>): Record<string, string> {
  const text = (value: unknown) => (value === null ? "" : Array.isArray(value) ? value.join(";") : String(value));
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, text(value)]));
}
