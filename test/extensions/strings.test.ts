import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { ar, en, speak, type Entry, type Key } from "@keyline/ui";

const extensions = fileURLToPath(new URL("../../extensions", import.meta.url));
const english = new Map<string, Entry>(Object.entries(en));
const arabic = new Map<string, Entry>(Object.entries(ar));
const sources = await sourcesOf(extensions);

test("no key of the catalogue is unused", () => {
  const unused = [...english.keys()].filter((key) => !sources.some((text) => text.includes(`"${key}"`)));
  expect(unused).toEqual([]);
});

test("no two parts of the catalogue name the same key", async () => {
  const folder = path.join(extensions, "ui/strings/en");
  const parts = (await readdir(folder)).filter((name) => name !== "index.ts");
  const keys = await Promise.all(parts.map(async (name) => keysOf(await readFile(path.join(folder, name), "utf8"))));
  expect(keys.flat().length).toBe(english.size);
});

describe("both languages say the same things", () => {
  test("with the same keys", () => {
    expect([...arabic.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test("with the same values filled in", () => {
    const differing = [...english].filter(([key, entry]) => namesIn(entry).join() !== namesIn(arabic.get(key)).join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("in Arabic letters, but for names", () => {
    const latin = [...arabic].flatMap(([key, entry]) =>
      formsOf(entry)
        .map((text) => text.replaceAll(/\{\w+\}|Keyline|HubSpot|Enterprise/g, ""))
        .filter((text) => /[A-Za-z]/.test(text))
        .map(() => key),
    );
    expect(latin).toEqual([]);
  });
});

describe("Arabic counts in its six forms", () => {
  const say = speak("ar", new Intl.NumberFormat("ar-SA"), []);
  test.each([
    [0, "دون تأخير"],
    [1, "متأخرة يومًا واحدًا"],
    [2, "متأخرة يومين"],
    [5, "متأخرة ٥ أيام"],
    [12, "متأخرة ١٢ يومًا"],
    [100, "متأخرة ١٠٠ يوم"],
  ])("%d", (count, words) => expect(say("daysLate", { count })).toBe(words));
});

test("English counts in two", () => {
  const say = speak("en", new Intl.NumberFormat("en"), []);
  expect([1, 2].map((count) => say("daysLate", { count }))).toEqual(["1 day late", "2 days late"]);
});

test("a name in the other script is kept apart from the sentence around it", () => {
  const say = speak("ar", new Intl.NumberFormat("ar-SA"), []);
  expect(say("managedUnder", { parent: "Najd Group" })).toBe("يُدار ضمن \u2068Najd Group\u2069");
});

function formsOf(entry: Entry | undefined): string[] {
  if (entry === undefined) return [];
  return typeof entry === "string" ? [entry] : Object.values(entry);
}

/** The names in braces. `count` may be left out of a form that says the number in words. */
function namesIn(entry: Entry | undefined): string[] {
  const names = formsOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));
  return [...new Set(names)].toSorted();
}

function keysOf(source: string): Key[] {
  return [...source.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key as Key); // oxlint-disable-line typescript/no-unsafe-type-assertion -- counted only
}

async function sourcesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !/node_modules|strings/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), "utf8")));
  return texts.map((text) => text.replaceAll(/\/\*\*[^]*?\*\/|\/\/.*/g, ""));
}
