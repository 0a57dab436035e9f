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

  given("gives slots that fill 98 % of a rolling window and never more than it holds", async () => {
    const { pacerStore } = await openHere();
    const limit = { max: 190, windowMs: 10_000 };
    const { waitMs, waitsMs } = await pacerStore.reserve("portal", limit, Date.now(), 1_000);
    expect(waitMs).toBe(0);
    const gaps = waitsMs.slice(190).map((slot, index) => slot - waitsMs[index]!);
    expect(Math.min(...gaps)).toBeGreaterThan(10_000);
    const lastMinuteShare = (190 * 4) / ((waitsMs[999]! - waitsMs[999 - 190 * 4]!) / 10_000) / 190;
    expect(lastMinuteShare).toBeGreaterThanOrEqual(0.98);
  });

  given("shares one pace between all who ask at once", async () => {
    const queues = [await openHere(), ...(differences.severalProcesses ? [await openHere(), await openHere()] : [])];
    const limit = { max: 20, windowMs: 1_000, marginMs: 100 };
    const asked = Array.from({ length: 90 }, async (_, n) => {
      const { waitMs } = await queues[n % queues.length]!.pacerStore.reserve("portal", limit, Date.now());
      return performance.now() + waitMs;
    });
    const slots = (await Promise.all(asked)).sort((a, b) => a - b);
    const gaps = slots.slice(20).map((slot, index) => slot - slots[index]!);
    expect(Math.min(...gaps)).toBeGreaterThan(1_000);
  });

  given("gives no slot while the pace is held", async () => {
    const { pacerStore } = await openHere();
    const limit = { max: 190, windowMs: 10_000 };
    await pacerStore.hold("portal", 2_000, Date.now());
    const { waitMs } = await pacerStore.reserve("portal", limit, Date.now());
    expect(waitMs).toBeGreaterThan(1_500);
    expect((await pacerStore.reserve("another portal", limit, Date.now())).waitMs).toBe(0);
  });
}
