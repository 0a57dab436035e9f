import { spawn } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { make, makeType, openDoor } from "./door.ts";

let folder: string;
let journal: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  journal = join(folder, "deep", "journal.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

test("everything is there again after a restart: records, types, links, clock; and new ids do not collide", async () => {
  const first = await openDoor({ journal });
  const typeId = await makeType(first, "visit");
  const visit = await make(first, "visit", { title: "A", key: "k" });
  const company = await make(first, "companies", { name: "C" });
  await first.objects("PUT", `/visit/${visit}/associations/default/companies/${company}`);
  first.sandbox.clock.set(new Date("2030-01-01T00:00:00Z"));
  await first.close();

  const second = await openDoor({ journal });
  const read = await second.objects("GET", `/${typeId}/k?idProperty=key&associations=companies`);
  expect(read.body).toMatchObject({ id: visit, associations: { companies: { results: [{ id: company }] } } });
  expect(second.sandbox.clock.now().getUTCFullYear()).toBe(2030);
  expect(await make(second, "companies", { name: "D" })).not.toBe(company);
  await second.close();
});

test("a refused call leaves no line behind", async () => {
  const door = await openDoor({ journal });
  const before = await readFile(journal, "utf8");
  await door.objects("POST", "/companies/batch/create", {
    inputs: [{ properties: { name: "A" } }, { properties: { no: "x" } }],
  });
  expect(await readFile(journal, "utf8")).toBe(before);
  await door.close();
});

test("a torn last line is dropped, what came before is kept", async () => {
  const first = await openDoor({ journal });
  await make(first, "companies", { name: "Kept" });
  await first.close();
  await appendFile(journal, '[["48000001/records/0-2","9","half');
  const second = await openDoor({ journal });
  expect((await second.objects("GET", "/companies")).body.results).toHaveLength(1);
  await second.close();
});

test("opening makes the journal as short as the state", async () => {
  const first = await openDoor({ journal });
  const id = await make(first, "companies", { name: "0" });
  for (let n = 1; n < 50; n += 1)
    await first.objects("PATCH", `/companies/${id}`, { properties: { hs_lead_status: n % 2 ? "NEW" : "OPEN" } });
  await first.close();
  const long = await readFile(journal, "utf8");
  await (await openDoor({ journal, limited: true })).close();
  expect((await readFile(journal, "utf8")).length).toBeLessThan(long.length / 4);
});

test("a process that is killed has lost nothing that it answered", async () => {
  const main = new URL("../../src/sandbox/main.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", main, "--journal", journal], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString())?.[0];
      if (found) resolve(found);
    });
  });
  for (let n = 0; n < 20; n += 1) {
    const answer = await fetch(`${url}/crm/objects/2026-09/companies`, {
      method: "POST",
      headers: { Authorization: "Bearer sandbox", "Content-Type": "application/json" },
      body: JSON.stringify({ properties: { name: `C${n}` } }),
    });
    expect(answer.status).toBe(201);
  }
  const dead = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await dead;
  const door = await openDoor({ journal });
  expect((await door.objects("GET", "/companies?limit=100")).body.results).toHaveLength(20);
  await door.close();
});
