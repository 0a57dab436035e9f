import { describe, expect, test } from "@jest/globals";
import { Alert, Form, TextArea } from "@hubspot/ui-extensions";
import { createIntentKeys } from "@keyline/ui";
import { CheckIns } from "../../extensions/app/cards/CheckIns.tsx";
import { checkIns, refusal } from "./answers.ts";
import { panelOf } from "./check-ins/open-card.ts";
import { fire, plain, stage, type Asked, type Reply } from "./stage.tsx";

/** The skip form, filled: the smallest write of the card. */
async function skipWith(answerWrites: (asked: Asked, count: number) => Promise<Reply | "no answer">) {
  let count = 0;
  const shown = stage(CheckIns, (asked) =>
    asked.method === "GET" ? { body: checkIns() } : answerWrites(asked, ++count),
  );
  await shown.until(() => expect(shown.texts()).toContain("Skip"));
  const form = () => panelOf(shown, "Skip");
  fire(form().find(TextArea), "onInput", "Plant closed");
  const keys = () => shown.asked.filter(({ method }) => method === "POST").map(({ body }) => body["idempotencyKey"]);
  return { ...shown, form, keys, submit: () => form().find(Form).trigger("onSubmit") };
}

const saved: Reply = { body: { outcome: "saved", checkIns: checkIns() } };

describe("one intent is one record", () => {
  test("a double click sends once", async () => {
    const { promise, resolve } = withResolvers<Reply>();
    const shown = await skipWith(() => promise);
    shown.submit();
    shown.submit();
    resolve(saved);
    await shown.until(() => expect(shown.calls.map(({ name }) => name)).toContain("closeOverlay"));
    expect(shown.keys()).toHaveLength(1);
  });

  test("a lost answer keeps what was typed, and trying again carries the same key", async () => {
    const shown = await skipWith(async (_, count) => (count === 1 ? "no answer" : saved));
    shown.submit();
    await shown.until(() => expect(plain(shown.form().find(Alert).props.title)).toBe("This was not saved"));
    expect(shown.form().find(TextArea).props.value).toBe("Plant closed");
    shown.submit();
    await shown.until(() => expect(shown.keys()).toHaveLength(2));
    expect(new Set(shown.keys()).size).toBe(1);
  });

  test("a refusal settles it: the next try is a new intent", async () => {
    const shown = await skipWith(async (_, count) => (count === 1 ? { status: 422, body: refusal("refused") } : saved));
    shown.submit();
    await shown.until(() => expect(shown.texts()).toContain("said by the backend: refused"));
    shown.submit();
    await shown.until(() => expect(shown.keys()).toHaveLength(2));
    expect(new Set(shown.keys()).size).toBe(2);
  });

  test("other words are another intent, also after a lost answer", async () => {
    const shown = await skipWith(async (_, count) => (count === 1 ? "no answer" : saved));
    shown.submit();
    await shown.until(() => expect(shown.form().maybeFind(Alert)).not.toBeNull());
    fire(shown.form().find(TextArea), "onInput", "Eid");
    shown.submit();
    await shown.until(() => expect(shown.keys()).toHaveLength(2));
    expect(new Set(shown.keys()).size).toBe(2);
  });
});

test("a key is long enough for the schema, with or without the browser's own random UUID", () => {
  const keys = [createIntentKeys().keyFor({}), createIntentKeys(() => "0".repeat(32)).keyFor({})];
  expect(keys.every((key) => key.length >= 8 && key.length <= 128)).toBe(true);
});

function withResolvers<T>() {
  const held: { resolve?: (value: T) => void } = {};
  const promise = new Promise<T>((resolve) => Object.assign(held, { resolve }));
  return { promise, resolve: (value: T) => held.resolve?.(value) };
}
