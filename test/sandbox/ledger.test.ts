import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { openLedger } from "../../src/sandbox/ledger/ledger.ts";
import { covered, coveredAsMarkdown } from "../../src/sandbox/covered.ts";

describe("a transaction", () => {
  test("that throws undoes its changes, events and what watchers saw", () => {
    const heard: unknown[] = [];
    const ledger = openLedger({ onCommit: (events) => heard.push(...events) });
    const numbers = ledger.collection<number>("numbers");
    const mirror = new Map<string, number>();
    numbers.watch((key, _before, after) => void (after === undefined ? mirror.delete(key) : mirror.set(key, after)));
    ledger.transact(() => numbers.put("a", 1));
    expect(() =>
      ledger.transact(() => {
        numbers.put("a", 2);
        numbers.put("b", 3);
        ledger.emit("never");
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(mirror).toEqual(new Map([["a", 1]]));
    expect(heard).toEqual([]);
  });

  test("inside another is a savepoint", () => {
    const ledger = openLedger();
    const numbers = ledger.collection<number>("numbers");
    ledger.transact(() => {
      numbers.put("a", 1);
      expect(() =>
        ledger.transact(() => {
          numbers.put("a", 2);
          throw new Error("inner");
        }),
      ).toThrow("inner");
      numbers.put("b", 2);
    });
    expect([...numbers.keys()].map((key) => [key, numbers.get(key)])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  test("is needed for every change", () => {
    expect(() => openLedger().collection<number>("numbers").put("a", 1)).toThrow(/outside a transaction/);
  });

  test("undone leaves any state as it was", () => {
    const change = fc.tuple(fc.constantFrom("a", "b", "c"), fc.option(fc.integer(), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(change), fc.array(change), (before, tried) => {
        const ledger = openLedger();
        const numbers = ledger.collection<number>("numbers");
        const apply = ([key, value]: [string, number | undefined]) =>
          value === undefined ? numbers.delete(key) : numbers.put(key, value);
        ledger.transact(() => before.forEach(apply));
        const state = () => Object.fromEntries([...numbers.keys()].sort().map((key) => [key, numbers.get(key)]));
        const then = state();
        try {
          ledger.transact(() => {
            tried.forEach(apply);
            throw new Error("undo");
          });
        } catch {
          // Meant to.
        }
        expect(state()).toEqual(then);
      }),
    );
  });
});

test("the table of what is covered names every service and no path twice", () => {
  const names = covered.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { service } of covered) expect(coveredAsMarkdown()).toContain(`| ${service} |`);
});
