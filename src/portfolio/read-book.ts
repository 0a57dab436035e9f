import { company, isManaged, Problem } from "@keyline/domain";
import type { Filter, HubSpot } from "../hubspot/index.ts";
import { accountExtra, accountOf, accountProperties, type Account } from "./account.ts";
import { withAccounts, type Book } from "./book.ts";
import { readOverdue } from "./read-overdue.ts";

export interface BookSource {
  readonly hubspot: HubSpot;
  /** ISO 4217, the portal's own. */
  readonly currency: string;
  readonly now: () => Date;
}

type Company = (typeof company)["fields"];

const managed: readonly Filter<Company>[] = [
  { property: "am_account_type", operator: "HAS_PROPERTY" },
  { property: "am_rhythm", operator: "HAS_PROPERTY" },
];
const wanted = { properties: accountProperties, extra: accountExtra };
/** How far HubSpot's search may lag behind its writes, and its clock be apart from ours. */
const overlapMs = 2 * 60_000;

/**
 * Every managed account of a portal: one search for each 200 of them, and for each 200 overdue check-ins.
 * @throws Problem `not-provisioned` when the portal has no properties of Keyline's
 */
export async function readBook(
  { hubspot, currency, now }: BookSource,
  onProgress: (read: number, total: number) => void = () => {},
): Promise<Book> {
  const asOf = now().getTime();
  const accounts = new Map<string, Account>();
  let total = 0;
  try {
    total = await hubspot.records(company).count([managed]);
    onProgress(0, total);
    for await (const page of hubspot.records(company).search({ where: [managed], ...wanted })) {
      for (const record of page) keep(accounts, accountOf(record, currency));
      onProgress(accounts.size, Math.max(total, accounts.size));
    }
  } catch (error) {
    throw await explained(error, hubspot);
  }
  const overdue = await readOverdue(hubspot, null).catch(() => null);
  return { accounts, overdue, asOf, apart: total - accounts.size };
}

/**
 * The book with what changed since: one search for the changes, one count. When the count says that accounts left
 * (deleted, merged, no longer managed), which no search of those that remain can find, all are read by their ids.
 */
export async function refreshBook(source: BookSource, book: Book): Promise<Book> {
  const { hubspot, currency, now } = source;
  const asOf = now().getTime();
  // A clock that was put back says nothing about what changed since.
  if (asOf < book.asOf) return readBook(source);
  const since: Filter<Company> = {
    property: "hs_lastmodifieddate",
    operator: "GTE",
    value: new Date(book.asOf - overlapMs),
  };
  const changed = new Map<string, Account>();
  const [total] = await Promise.all([
    hubspot.records(company).count([managed]),
    (async () => {
      for await (const page of hubspot.records(company).search({ where: [[...managed, since]], ...wanted })) {
        for (const record of page) keep(changed, accountOf(record, currency));
      }
    })(),
  ]);
  const overdue = await refreshOverdue(hubspot, book, changed);
  const after = { ...book, accounts: withAccounts(book, changed.values()), overdue, asOf };
  if (total - after.accounts.size === book.apart) return after;
  const accounts = withAccounts(after, [], await goneFrom(hubspot, after));
  return { ...after, accounts, apart: total - accounts.size };
}

/** The book with these companies as they are now, read by id: a search does not know yet what was just written. */
export async function withCompanies(
  { hubspot, currency }: BookSource,
  book: Book,
  ids: readonly string[],
): Promise<Book> {
  const records = await hubspot.records(company).read(ids, wanted);
  const there = records.flatMap((record) => (record.isArchived ? [] : (accountOf(record, currency) ?? [])));
  const gone = ids.filter((id) => !there.some((account) => account.id === id));
  return { ...book, accounts: withAccounts(book, there, gone) };
}

async function refreshOverdue(hubspot: HubSpot, { overdue }: Book, changed: ReadonlyMap<string, Account>) {
  try {
    if (overdue === null) return await readOverdue(hubspot, null);
    const late = [...changed.values()].filter((account) => account.overdue > 0).map(({ id }) => id);
    const after = new Map(overdue);
    for (const id of changed.keys()) after.delete(id);
    for (const [id, dates] of await readOverdue(hubspot, late)) after.set(id, dates);
    return after;
  } catch {
    return null; // Said on the page, and read whole the next time.
  }
}

/** A merged company answers to its old id with the record that it became, which the search finds by its own. */
async function goneFrom(hubspot: HubSpot, { accounts }: Book): Promise<string[]> {
  const ids = [...accounts.keys()];
  const records = await hubspot.records(company).read(ids, { properties: ["am_account_type", "am_rhythm"] });
  const there = new Set(records.filter((one) => !one.isArchived && isManaged(one.properties)).map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

function keep(accounts: Map<string, Account>, account: Account | null): void {
  if (account) accounts.set(account.id, account);
}

/** HubSpot refuses a search for a property that is not there: in a portal that is not set up, that is the reason. */
async function explained(error: unknown, hubspot: HubSpot): Promise<unknown> {
  if (!(error instanceof Problem) || error.code !== "refused") return error;
  const names = new Set((await hubspot.definitions.properties("companies")).map(({ name }) => name));
  if (accountProperties.every((name) => names.has(name))) return error;
  return new Problem("not-provisioned", "This portal lacks properties of Keyline's. Run keyline provision.", {
    cause: error,
  });
}
