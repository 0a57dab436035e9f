import { openJournal, type JournalLine } from "./journal.ts";

/** Called with the key, the value before and the value after; `undefined` means absent. */
export type Watcher<T> = (key: string, before: T | undefined, after: T | undefined) => void;

/** A named map of immutable values: replace a value, never change it in place. */
export interface Collection<T> {
  readonly name: string;
  readonly size: number;
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  delete(key: string): void;
  values(): IterableIterator<T>;
  keys(): IterableIterator<string>;
  /** Hears every later change (roll-backs too) and, at once, every value that is there. */
  watch(watcher: Watcher<T>): void;
}

/** Everything the sandbox remembers, with transactions and, when asked, a journal on disk. */
export interface Ledger {
  collection<T>(name: string): Collection<T>;
  /** Runs `work`; when it throws, all its changes and events are undone. Nests: an inner call is a savepoint. */
  transact<R>(work: () => R): R;
  /** Something to tell the outside when the outermost transaction commits. */
  emit(event: unknown): void;
  /** Whether events reach anybody now. */
  isHeard(): boolean;
  /** Forgets everything, on disk too. Collections handed out before are dead. */
  clear(): void;
  /** Makes the journal as short as the state allows. */
  compact(): void;
  close(): void;
}

interface Change {
  collection: OpenCollection;
  key: string;
  before: unknown;
}

type OpenCollection = Collection<unknown> & { watchers: Watcher<unknown>[]; entries: Map<string, unknown> };

/** Opens the ledger. `journalFile` is read when it exists; `onCommit` gets the events of each transaction that stood. */
export function openLedger(
  options: { journalFile?: string; onCommit?: (events: unknown[]) => void; isHeard?: () => boolean } = {},
): Ledger {
  const collections = new Map<string, OpenCollection>();
  let undo: Change[] = [];
  let events: unknown[] = [];
  let depth = 0;

  const write = (collection: OpenCollection, key: string, after: unknown) => {
    if (depth === 0) throw new Error(`${collection.name} was changed outside a transaction`);
    const before = collection.entries.get(key);
    if (before === undefined && after === undefined) return;
    undo.push({ collection, key, before });
    apply(collection, key, before, after);
  };

  const open = (name: string): OpenCollection => {
    const found = collections.get(name);
    if (found) return found;
    const entries = new Map<string, unknown>();
    const watchers: Watcher<unknown>[] = [];
    const made: OpenCollection = {
      name,
      entries,
      watchers,
      get size() {
        return entries.size;
      },
      get: (key) => entries.get(key),
      put: (key, value) => write(made, key, value),
      delete: (key) => write(made, key, undefined),
      values: () => entries.values(),
      keys: () => entries.keys(),
      watch: (watcher) => {
        watchers.push(watcher);
        for (const [key, value] of entries) watcher(key, undefined, value);
      },
    };
    collections.set(name, made);
    return made;
  };

  const rollBackTo = (undoMark: number, eventMark: number) => {
    while (undo.length > undoMark) {
      const change = undo.pop()!;
      apply(change.collection, change.key, change.collection.entries.get(change.key), change.before);
    }
    events.length = eventMark;
  };

  const state = (): JournalLine =>
    [...collections.values()].flatMap(({ name, entries }) =>
      [...entries].map(([key, value]): JournalLine[number] => [name, key, value]),
    );

  const journal = options.journalFile === undefined ? undefined : openJournal(options.journalFile);
  for (const line of journal?.lines() ?? []) {
    for (const [name, key, value] of line) apply(open(name), key, undefined, value ?? undefined);
  }
  journal?.rewrite(state());

  return {
    collection: <T>(name: string) => open(name) as unknown as Collection<T>,
    transact(work) {
      const undoMark = undo.length;
      const eventMark = events.length;
      depth += 1;
      let result;
      try {
        result = work();
      } catch (error) {
        rollBackTo(undoMark, eventMark);
        throw error;
      } finally {
        depth -= 1;
      }
      if (depth === 0) commit();
      return result;
    },
    isHeard: options.isHeard ?? (() => options.onCommit !== undefined),
    emit: (event) => events.push(event),
    clear() {
      collections.clear();
      undo = [];
      events = [];
      journal?.rewrite([]);
    },
    compact: () => journal?.rewrite(state()),
    close: () => journal?.close(),
  };

  function commit(): void {
    const changes = undo;
    const told = events;
    undo = [];
    events = [];
    if (journal && changes.length > 0) journal.append(lastValues(changes));
    if (told.length > 0) options.onCommit?.(told);
  }
}

function apply(collection: OpenCollection, key: string, before: unknown, after: unknown): void {
  if (after === undefined) collection.entries.delete(key);
  else collection.entries.set(key, after);
  for (const watcher of collection.watchers) watcher(key, before, after);
}

/** One entry for each key that changed, with the value it ended with: a counter moved a hundred times is written once. */
function lastValues(changes: Change[]): JournalLine {
  const line = new Map<string, JournalLine[number]>();
  for (const { collection, key } of changes) {
    const place = `${collection.name}\n${key}`;
    if (!line.has(place)) line.set(place, [collection.name, key, collection.entries.get(key) ?? null]);
  }
  return [...line.values()];
}
