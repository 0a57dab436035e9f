import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { PlainDate } from "@keyline/domain";
import type { KeyedStore } from "../queue/index.ts";
import type { Account } from "./account.ts";
import type { Book } from "./book.ts";

/** Another number than the one that wrote it: what it holds is not read any more. */
const format = 1;
/** Small enough for a store of small texts: about 100 KB once packed. */
const accountsInPart = 1_000;
/** What nobody looks at goes by itself; a portal that uninstalls leaves nothing behind for longer than that. */
const keptMs = 24 * 60 * 60_000;
/** A process that reads says so this often; without a word from it for longer, another one may begin. */
const readingMs = 15_000;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

export interface Progress {
  readonly read: number;
  readonly total: number;
}

/** Books kept beside the jobs, so that a process that starts, and each of several, need not read a portal anew. */
export interface Shelf {
  take(portalId: string): Promise<Book | null>;
  put(portalId: string, book: Book): Promise<void>;
  /** True for the one process that may read the portal now. */
  begin(portalId: string): Promise<boolean>;
  /** How far the process that reads has come; null when none does. */
  progress(portalId: string): Promise<Progress | null>;
  tell(portalId: string, progress: Progress): Promise<void>;
  end(portalId: string): Promise<void>;
}

/** A part carries its own `asOf`: parts of two processes may stand side by side, and the oldest counts. */
interface Part {
  format: number;
  of: number;
  asOf: number;
  apart: number;
  accounts: Account[];
  overdue: [string, PlainDate[]][] | null;
}

export function openShelf(store: KeyedStore): Shelf {
  const partsAt = (portalId: string) => `portfolio:${portalId}:part:`;
  const readingAt = (portalId: string) => `portfolio:${portalId}:reading`;
  return {
    async take(portalId) {
      const kept = await store.list(partsAt(portalId));
      return joined(await Promise.all(kept.map(({ value }) => unpack(value))));
    },
    async put(portalId, book) {
      const parts = await Promise.all(partsOf(book).map(pack));
      for (const [at, text] of parts.entries()) {
        await store.set(partsAt(portalId) + String(at).padStart(4, "0"), text, { ttlMs: keptMs });
      }
      const kept = await store.list(partsAt(portalId));
      await Promise.all(kept.slice(parts.length).map(({ key }) => store.delete(key)));
    },
    begin: (portalId) =>
      store.setIfAbsent(readingAt(portalId), JSON.stringify({ read: 0, total: 0 }), { ttlMs: readingMs }),
    async progress(portalId) {
      const text = await store.get(readingAt(portalId));
      return text === null ? null : (JSON.parse(text) as Progress);
    },
    tell: (portalId, progress) => store.set(readingAt(portalId), JSON.stringify(progress), { ttlMs: readingMs }),
    async end(portalId) {
      await store.delete(readingAt(portalId));
    },
  };
}

function partsOf({ accounts, overdue, asOf, apart }: Book): Part[] {
  const all = [...accounts.values()];
  const of = Math.max(1, Math.ceil(all.length / accountsInPart));
  return Array.from({ length: of }, (_, at) => {
    const here = all.slice(at * accountsInPart, (at + 1) * accountsInPart);
    const dates = here.flatMap(({ id }): [string, PlainDate[]][] => {
      const due = overdue?.get(id);
      return due ? [[id, [...due]]] : [];
    });
    return { format, of, asOf, apart, accounts: here, overdue: overdue && dates };
  });
}

/** Null unless every part is there and reads. */
function joined(parts: readonly (Part | null)[]): Book | null {
  const whole = parts.filter((part) => part !== null);
  const [first] = whole;
  if (!first || whole.length !== parts.length || whole.some((part) => part.of !== whole.length)) return null;
  const knowsOverdue = whole.every((part) => part.overdue !== null);
  return {
    accounts: new Map(whole.flatMap((part) => part.accounts.map((account) => [account.id, account] as const))),
    overdue: knowsOverdue ? new Map(whole.flatMap((part) => part.overdue ?? [])) : null,
    asOf: Math.min(...whole.map((part) => part.asOf)),
    apart: first.apart,
  };
}

async function pack(part: Part): Promise<string> {
  return (await deflate(JSON.stringify(part))).toString("base64");
}

async function unpack(text: string): Promise<Part | null> {
  try {
    const part = JSON.parse((await inflate(Buffer.from(text, "base64"))).toString("utf8")) as Part;
    return part.format === format ? part : null;
  } catch {
    return null; // Cut short or foreign: the portal is read anew.
  }
}
