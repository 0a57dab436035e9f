import { expect } from "@jest/globals";
import type { Queue } from "../../src/queue/index.ts";
import { pause } from "./jobs.ts";

/** What every backend keeps besides jobs: texts by key, and the pace shared by all who call HubSpot. */
export function storeSuite(
  given: (title: string, run: () => Promise<void>) => void,
  openHere: () => Promise<Queue>,
  differences: { severalProcesses: boolean },
): void {
  given("stores texts, for as long as they are wanted", async () => {
    const { store } = await openHere();
    await store.set("a", "1", { ttlMs: 1_000 });
    await store.set("b%", "2");
    expect(await store.list("")).toEqual([
      { key: "a", value: "1" },
      { key: "b%", value: "2" },
    ]);
    await pause(1_050);
    expect(await store.get("a")).toBeNull();
    expect(await store.setIfAbsent("a", "3")).toBe(true);
    expect(await store.setIfAbsent("a", "4")).toBe(false);
    expect(await store.get("a")).toBe("3");
    expect([await store.delete("a"), await store.delete("a")]).toEqual([true, false]);
    expect(await store.list("b")).toEqual([{ key: "b%", value: "2" }]);
  });

  given("lets one of many set an absent key", async () => {
    const queues = [await openHere(), ...(differences.severalProcesses ? [await openHere()] : [])];
    const tries = Array.from({ length: 40 }, (_, n) => queues[n % queues.length]!.store.setIfAbsent("key", `${n}`));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  given("stores many texts at once, and tells which are there", async () => {
    const { store } = await openHere();
    await store.setMany(
      [
        { key: "b", value: "1" },
        { key: "a", value: "2" },
        { key: "a", value: "3" },
      ],
      { ttlMs: 600 },
    );
    expect(await store.known(["a", "b", "c"])).toEqual(new Set(["a", "b"]));
    expect(await store.get("a")).toBe("3");
    await pause(650);
    expect(await store.known(["a", "b"])).toEqual(new Set());
  });

  given("piles things up, each once by its key, those put longest ago first", async () => {
    const { piles } = await openHere();
    await piles.put("p", [{ key: "b", value: "1" }, { key: "a" }]);
    await piles.put("p", [{ key: "c" }]);
    await piles.put("another", [{ key: "a" }]);
    await piles.put("p", [{ key: "a", value: "2" }]);
    expect((await piles.look("p", 2)).map(({ key, value }) => [key, value])).toEqual([
      ["b", "1"],
      ["c", ""],
    ]);
    expect([await piles.size("p"), await piles.size("another"), await piles.size("none")]).toEqual([3, 1, 0]);
  });

  given("drops from a pile what was looked at, and keeps what was put again since", async () => {
    const { piles } = await openHere();
    await piles.put("p", [{ key: "a", value: "1" }, { key: "b" }]);
    const looked = await piles.look("p", 10);
    await piles.put("p", [{ key: "a", value: "2" }]);
    await piles.drop("p", looked);
    expect((await piles.look("p", 10)).map(({ key, value }) => [key, value])).toEqual([["a", "2"]]);
  });

  given("takes puts of the same keys from many at once", async () => {
    const queues = [await openHere(), ...(differences.severalProcesses ? [await openHere()] : [])];
    const keys = Array.from({ length: 50 }, (_, n) => ({ key: `k${n}` }));
    const puts = Array.from({ length: 40 }, (_, n) =>
      queues[n % queues.length]!.piles.put("p", n % 2 ? keys : keys.toReversed()),
    );
    await Promise.all(puts);
    expect(await queues[0]!.piles.size("p")).toBe(50);
  });

  given("lets many change one text in turn, on one clock", async () => {
    const queues = [await openHere(), ...(differences.severalProcesses ? [await openHere(), await openHere()] : [])];
    const stores = queues.flatMap(({ pacerStore }) => pacerStore ?? []);
    // One process has nobody to share with.
    if (!differences.severalProcesses) return expect(stores).toEqual([]);
    const moments: number[] = [];
    const changes = Array.from({ length: 60 }, (_, n) =>
      stores[n % stores.length]!.change("portal", (text, nowMs) => {
        const before = Number(text ?? 0);
        return { text: String(before + 1), keepMs: 60_000, answer: { before, nowMs } };
      }),
    );
    for (const { before, nowMs } of await Promise.all(changes)) moments[before] = nowMs;
    expect(Object.keys(moments)).toHaveLength(60);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(Math.abs((moments[59] ?? 0) - Date.now())).toBeLessThan(10_000);
    const another = await stores[0]!.change("another portal", (text) => ({ text: "", keepMs: 1_000, answer: text }));
    expect(another).toBeNull();
  });
}
