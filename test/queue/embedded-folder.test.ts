import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeFolder } from "../../src/queue/backends/folder-lock.ts";
import { openQueue } from "../../src/queue/index.ts";
import { count, quietLog } from "./jobs.ts";

describe("the folder of the embedded queue", () => {
  let [room, fresh, folder] = ["", "", ""];
  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), "keyline-folder-"));
    fresh = join(room, "fresh");
    await (await openQueue({ dataFolder: fresh, log: quietLog })).close();
  });
  beforeEach(async () => {
    folder = join(await mkdtemp(join(room, "test-")), "queue");
  });
  afterAll(() => rm(room, { recursive: true, force: true }));

  const lockOf = (owner: { pid: number; startedAt: string | null }) =>
    writeFile(`${folder}.lock`, JSON.stringify({ token: "theirs", ...owner }));

  test("is refused to a second queue, saying who has it and what to do", async () => {
    await cp(fresh, folder, { recursive: true });
    const first = await openQueue({ dataFolder: folder, log: quietLog });
    try {
      const second = openQueue({ dataFolder: folder, log: quietLog });
      await expect(second).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("REDIS_URL") });
    } finally {
      await first.close();
    }
  });

  test("is free again once its queue is closed", async () => {
    const release = await takeFolder(folder);
    release();
    const again = await takeFolder(folder);
    expect(existsSync(`${folder}.lock`)).toBe(true);
    again();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test("is refused while another living process has it", async () => {
    const other = spawn("sleep", ["30"]);
    try {
      await lockOf({ pid: other.pid!, startedAt: await startedAt(other.pid!) });
      await expect(takeFolder(folder)).rejects.toThrow(`pid ${other.pid}`);
    } finally {
      other.kill();
      await once(other, "exit");
    }
  });

  test("is taken over from a process that is gone", async () => {
    const other = spawn("true");
    await once(other, "exit");
    await lockOf({ pid: other.pid!, startedAt: null });
    const release = await takeFolder(folder);
    release();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test("is taken over when its process id has come again, as in a restarted container", async () => {
    await lockOf({ pid: process.pid, startedAt: "1" });
    const release = await takeFolder(folder);
    release();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test("goes to one of many that find the same stale lock", async () => {
    await lockOf({ pid: 2 ** 22 - 1, startedAt: null });
    const takings = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(folder)));
    const taken = takings.flatMap((taking) => (taking.status === "fulfilled" ? [taking.value] : []));
    expect(taken).toHaveLength(1);
    taken[0]?.();
  });

  test("is made while a killed process's half-made database is still being written beside it", async () => {
    const draft = `${folder}.new-theirs`;
    const script = `const { mkdirSync, writeFileSync } = require("node:fs");
      const pause = new Int32Array(new SharedArrayBuffer(4));
      for (let n = 0; ; n++, Atomics.wait(pause, 0, 0, 1)) {
        mkdirSync(process.argv[1], { recursive: true });
        try { writeFileSync(process.argv[1] + "/" + n, "") } catch {}
      }`;
    const writer = spawn(process.execPath, ["-e", script, draft]);
    try {
      while (!existsSync(draft)) await new Promise((resolve) => setTimeout(resolve, 20));
      const queue = await openQueue({ dataFolder: folder, log: quietLog });
      await queue.close();
    } finally {
      writer.kill("SIGKILL");
      await once(writer, "exit");
    }
  }, 60_000);

  test.each([
    ["a control file cut short", (data: string) => truncate(join(data, "global", "pg_control"), 100)],
    ["no tables", (data: string) => rm(join(data, "base"), { recursive: true })],
  ])("with %s is moved aside, and the queue starts empty", async (_damage, damage) => {
    await cp(fresh, folder, { recursive: true });
    const first = await openQueue({ dataFolder: folder, log: quietLog });
    await first.add(count, { n: 1 });
    await first.close();
    await damage(folder);
    const said: string[] = [];
    const second = await openQueue({
      dataFolder: folder,
      log: { ...quietLog, error: (_facts, message) => said.push(message) },
    });
    const { waiting } = await second.counts();
    await second.close();
    const aside = (await readdir(join(folder, ".."))).filter((name) => name.startsWith("queue.broken-"));
    expect({ waiting, said: said.length, aside: aside.length }).toEqual({ waiting: 0, said: 1, aside: 1 });
  });
});

/** The lock tells processes with the same id apart by this, where the system says it. */
async function startedAt(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
