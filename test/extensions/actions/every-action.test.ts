import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form } from "@hubspot/ui-extensions";
import { cardRoutes } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { plain, stage, type Reply } from "../stage.tsx";
import { checkInActions } from "./check-in-actions.ts";
import { kpiActions } from "./kpi-actions.ts";
import { needActions } from "./need-actions.ts";
import { planActions } from "./plan-actions.ts";

const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;
const actions = [...checkInActions, ...kpiActions, ...needActions, ...planActions];
const everyActionAndLanguage = languages.flatMap((language) => actions.map((action) => ({ ...action, ...language })));

describe.each(everyActionAndLanguage)("$action, in $locale", ({ locale, words, ...under }) => {
  const open = async (onWrite: (count: number) => Reply | "no answer") => {
    let count = 0;
    const shown = stage(
      under.card,
      (asked) => (asked.method === "POST" ? onWrite(++count) : { body: under.reads?.[asked.path] ?? under.answer }),
      { locale, pageDirection: locale === "en" ? "ltr" : "rtl" },
    );
    await shown.until(() => expect(shown.maybeFind(Button) ?? shown.maybeFind(Form)).not.toBeNull());
    await under.prepare?.(shown, words);
    const writes = () => shown.asked.filter(({ method }) => method === "POST");
    const said = () =>
      shown.calls.flatMap(({ name, values: [alert] }) => (name === "addAlert" ? [plain(Object(alert).message)] : []));
    return { ...shown, writes, said, finish: () => under.finish(shown, words) };
  };

  test("clicked twice it is sent once, to its own route, and said", async () => {
    const shown = await open(() => under.saved);
    const finish = shown.finish();
    finish();
    finish();
    const says = typeof under.says === "function" ? under.says(words) : under.says && words[under.says];
    await shown.until(() => expect(shown.said()).toEqual(says ? [says] : []));
    await shown.until(() => expect(shown.writes().map(({ path }) => path)).toEqual([under.path]));
    expect(shown.writes()[0]?.body).toMatchObject({ companyId: "101" });
  });

  test("a lost answer is said, and trying again is the same intent", async () => {
    const shown = await open((count) => (count === 1 ? "no answer" : under.saved));
    shown.finish()();
    await shown.until(() => expect(shown.texts()).toContain(words.offlineText));
    expect(shown.findAll(Alert, { variant: "error" }).map(({ props }) => plain(props.title))).toContain(
      words.notSavedTitle,
    );
    shown.finish()();
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    const [first, second] = shown.writes();
    expect(second).toEqual(first);
  });
});

describe("what surfaces ask of the backend", () => {
  const folder = join(import.meta.dirname, "..");
  const tests = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const paths = Object.values(cardRoutes).map(({ path }) => path);

  test.each(paths)("%s is named by a component test", (path) => {
    expect(tests.some((text) => text.includes(`${path}"`))).toBe(true);
  });
});
