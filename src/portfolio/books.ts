import type { Log } from "../log.ts";
import type { KeyedStore } from "../queue/index.ts";
import type { Book } from "./book.ts";
import { readBook, refreshBook, withCompanies, type BookSource } from "./read-book.ts";
import { openShelf, type Progress } from "./shelf.ts";

/** A book so old is brought up to date before it is shown, as far as that takes no longer than a person waits. */
const freshMs = 20_000;
const waitForChangesMs = 1_500;
const waitWhenAskedMs = 8_000;
const waitForFirstMs = 5_000;
/** A book that changes all the time is put on the shelf no more often than this. */
const putEveryMs = 5 * 60_000;
/** HubSpot's search may take so long to know of a change; until then the companies changed are read by their ids. */
const recentMs = 60_000;
/** About 60 MB: beyond it, the portals that nobody has looked at for longest are forgotten. */
const mostAccounts = 100_000;

export interface Wish {
  /** A person asked for what is new. */
  isFresh?: boolean;
  /** Companies that were just changed. */
  seen?: readonly string[];
}

/** The portfolios of all portals that somebody looks at, kept in memory and on the queue's shelf. */
export interface Books {
  /**
   * The portal's accounts, at most some seconds old; or how far reading them for the first time has come.
   * Throws what kept a first reading, or one that was asked for, from its end.
   */
  open(portalId: string, source: BookSource, wish?: Wish): Promise<{ book: Book } | { reading: Progress }>;
}

interface Entry {
  book: Book | null;
  working: Promise<Book | null> | null;
  progress: Progress;
  /** What ended the last first reading; told to whoever asks next. */
  failure: { cause: unknown } | null;
  /** Companies that were changed a moment ago, with the moment from which HubSpot's search knows of it. */
  recent: Map<string, number>;
  putAt: number;
}

export function openBooks({ store, log }: { store: KeyedStore; log: Log }): Books {
  const shelf = openShelf(store);
  const entries = new Map<string, Entry>();

  function entryOf(portalId: string): Entry {
    const entry = entries.get(portalId) ?? {
      book: null,
      working: null,
      progress: { read: 0, total: 0 },
      failure: null,
      recent: new Map<string, number>(),
      putAt: 0,
    };
    // Last asked for, last forgotten.
    entries.delete(portalId);
    entries.set(portalId, entry);
    return entry;
  }

  /** One reading of a portal at a time; whoever comes meanwhile waits for the same. */
  function work(portalId: string, entry: Entry, source: BookSource): Promise<Book | null> {
    entry.working ??= bringUpToDate(portalId, entry, source).finally(() => (entry.working = null));
    return entry.working;
  }

  async function bringUpToDate(portalId: string, entry: Entry, source: BookSource): Promise<Book | null> {
    entry.book ??= await shelf.take(portalId);
    const found = entry.book ? await refreshBook(source, entry.book) : await readFirst(portalId, entry, source);
    if (!found) return null;
    const recent = stillRecent(entry, source);
    entry.book = recent.length > 0 ? await withCompanies(source, found, recent) : found;
    forgetOthers(portalId, entries);
    if (Date.now() - entry.putAt > putEveryMs) {
      entry.putAt = Date.now();
      await shelf.put(portalId, entry.book);
    }
    return entry.book;
  }

  /** Null when another process is at it. */
  async function readFirst(portalId: string, entry: Entry, source: BookSource): Promise<Book | null> {
    if (!(await shelf.begin(portalId))) {
      entry.progress = (await shelf.progress(portalId)) ?? entry.progress;
      return null;
    }
    try {
      return await readBook({ ...source, hubspot: source.hubspot.as("bulk") }, (read, total) => {
        entry.progress = { read, total };
        void shelf.tell(portalId, entry.progress).catch((error: unknown) => warn(error, portalId));
      });
    } catch (cause) {
      entry.failure = { cause };
      throw cause;
    } finally {
      await shelf.end(portalId);
    }
  }

  const warn = (error: unknown, portalId: string) =>
    log.warn({ portalId, reason: String(error) }, "The portfolio is not up to date; it is tried again when asked for");

  return {
    async open(portalId, source, { isFresh = false, seen = [] } = {}) {
      const entry = entryOf(portalId);
      const now = source.now().getTime();
      for (const id of seen) entry.recent.set(id, now + recentMs);
      if (!entry.book) {
        const { failure } = entry;
        entry.failure = null;
        if (failure) throw failure.cause;
        await within(waitForFirstMs, work(portalId, entry, source));
        entry.failure = null;
        return entry.book ? { book: entry.book } : { reading: entry.progress };
      }
      const isOld = Math.abs(now - entry.book.asOf) > freshMs;
      if (isFresh) await within(waitWhenAskedMs, work(portalId, entry, source));
      else if (isOld) {
        const working = work(portalId, entry, source).catch((error: unknown) => warn(error, portalId));
        await within(waitForChangesMs, working);
      }
      if (seen.length > 0) entry.book = await withCompanies(source, entry.book, seen);
      return { book: entry.book };
    },
  };
}

function stillRecent({ recent }: Entry, { now }: BookSource): string[] {
  for (const [id, until] of recent) if (until < now().getTime()) recent.delete(id);
  return [...recent.keys()];
}

/** The entries stand in the order in which they were last asked for. */
function forgetOthers(portalId: string, entries: Map<string, Entry>): void {
  let count = 0;
  for (const { book } of entries.values()) count += book?.accounts.size ?? 0;
  for (const [id, { book, working }] of entries) {
    if (count <= mostAccounts) return;
    if (id === portalId || working) continue;
    entries.delete(id);
    count -= book?.accounts.size ?? 0;
  }
}

/** Waits for the work, but no longer than so; what takes longer goes on, and its failure is nobody's then. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  work.catch(() => {});
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
