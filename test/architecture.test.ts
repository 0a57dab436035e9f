import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const root = resolve(import.meta.dirname, "..");

/** Which rooms a room may import. A room not named here may import nothing of ours but the domain. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  hubspot: ["domain"],
  queue: ["domain"],
  provision: ["domain", "hubspot", "queue"],
  desk: ["domain", "hubspot"],
  needs: ["domain", "hubspot", "desk"],
  plans: ["domain", "hubspot", "desk"],
  paper: ["domain", "hubspot", "desk"],
  kpis: ["domain", "hubspot", "queue", "desk"],
  "check-ins": ["domain", "hubspot", "queue", "desk"],
  bulk: ["domain", "hubspot", "queue", "desk"],
  portfolio: ["domain", "hubspot", "queue", "desk", "kpis"],
  settings: ["domain", "hubspot", "desk", "provision"],
  "workflow-actions": ["domain", "hubspot", "queue", "desk", "kpis", "check-ins", "plans"],
  sync: ["domain", "hubspot", "queue", "kpis", "check-ins", "plans"],
  portals: ["domain", "hubspot", "queue", "provision"],
  http: "domain hubspot queue desk portals provision sync kpis check-ins needs plans paper portfolio bulk settings workflow-actions".split(
    " ",
  ),
  sandbox: ["seed"],
  seed: [],
  manifest: ["domain"],
  preview: ["domain", "sandbox"],
  ui: ["domain"],
  app: ["domain", "ui"],
};

/** Packages that only one room may import, so that the rest does not know what stands behind its door. */
const keptIn: Record<string, string> = {
  bullmq: "queue",
  ioredis: "queue",
  pg: "queue",
  "@electric-sql/pglite": "queue",
  "@electric-sql/pglite-socket": "queue",
  "@hubspot/api-client": "hubspot",
  express: "http preview sandbox",
};

interface Import {
  file: string;
  from: string;
  to: string;
  isOwn: boolean;
}

const imports = ["src", "extensions"].flatMap((folder) => sourcesIn(join(root, folder))).flatMap(importsOf);

describe("the arrows between rooms", () => {
  test("point one way", () => {
    const wrong = imports
      .filter(({ isOwn, from, to }) => isOwn && from !== to && !isMain(from) && !isOpenToAll(to))
      .filter(({ from, to }) => !(mayImport[from] ?? ["domain"]).includes(to));
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  test("keep each store and each wire behind one door", () => {
    const wrong = imports.filter(
      ({ isOwn, to, from }) => !isOwn && keptIn[to] !== undefined && !keptIn[to].split(" ").includes(from),
    );
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  test("enter a room by its public door", () => {
    const inside = sourcesIn(join(root, "src")).flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => resolve(dirname(file), specifier))
        .filter((target) => roomOf(target) !== roomOf(file) && !isMain(roomOf(target)))
        .filter((target) => !target.endsWith("/index.ts") && !isOpenToAll(roomOf(target)))
        .map((target) => `${relative(root, file)} reaches into ${relative(root, target)}`),
    );
    expect(inside).toEqual([]);
  });

  test("are read from the code: there are some", () => {
    expect(imports.filter(({ isOwn }) => isOwn).length).toBeGreaterThan(100);
  });
});

describe("the files", () => {
  const empty =
    /(^|[-/])(utils?|helpers?|common|shared|lib|core|misc|manager|service|handler|base|factory)(\.tsx?$|\/)/;

  test("have names that mean something", () => {
    const files = ["src", "extensions", "test"].flatMap((folder) => sourcesIn(join(root, folder)));
    const names = files.map((file) => relative(root, file)).filter((file) => !file.startsWith("src/sandbox/services"));
    expect(names.filter((file) => empty.test(file) && !file.endsWith("services/service.ts"))).toEqual([]);
  });

  test("are one thing each: none over 250 lines", () => {
    const files = ["src", "extensions"].flatMap((folder) => sourcesIn(join(root, folder)));
    const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 251);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"));
}

function specifiersOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
}

function importsOf(file: string): Import[] {
  const from = roomOf(file);
  return specifiersOf(file).map((specifier) => {
    const isOwn = specifier.startsWith(".") || specifier.startsWith("@keyline/");
    return { file: relative(root, file), from, to: isOwn ? ownRoom(file, specifier) : packageOf(specifier), isOwn };
  });
}

function ownRoom(file: string, specifier: string): string {
  return specifier.startsWith("@keyline/")
    ? specifier.slice("@keyline/".length)
    : roomOf(resolve(dirname(file), specifier));
}

/** `src/<room>/…` or `extensions/<room>/…`; a file right under src is a main (`main:dev`). */
function roomOf(path: string): string {
  const [, room = ""] = relative(root, path).split("/");
  return /\.[a-z]+$/.test(room) ? `main:${room}` : room;
}

function isMain(room: string): boolean {
  return room.startsWith("main:") || room === "commands";
}

/** Small things that every backend room may use: where time comes from, what can be said, what was set. */
function isOpenToAll(room: string): boolean {
  return ["main:clock.ts", "main:log.ts", "main:environment.ts"].includes(room);
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
