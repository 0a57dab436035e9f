import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { make, makeType, openDoor, type Door } from "./door.ts";

interface Received {
  headers: Record<string, unknown>;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  events: any[];
}

let door: Door;
let target: Server;
let url: string;
let received: Received[];
let answers: number[];

beforeEach(async () => {
  received = [];
  answers = [];
  target = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      received.push({ headers: request.headers, text, events: JSON.parse(text) });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/webhooks`;
  door = await openDoor({ webhooksTo: url });
});
afterEach(async () => {
  await door.close();
  await new Promise((resolve) => target.close(resolve));
});

const events = async (kind?: string) => {
  await door.sandbox.webhooksIdle();
  const all = received.flatMap((each) => each.events);
  return kind ? all.filter(({ subscriptionType }) => subscriptionType === kind) : all;
};

test("a delivery is signed v3 over method, address, body and the time of sending", async () => {
  await door.control("PUT", "/clock", { now: "2030-01-01T00:00:00Z" });
  await make(door, "companies", { name: "A" });
  const [first] = await events();
  const { headers, text } = received[0]!;
  const timestamp = String(headers["x-hubspot-request-timestamp"]);
  const expected = createHmac("sha256", "sandbox-secret").update(`POST${url}${text}${timestamp}`).digest("base64");
  expect(headers["x-hubspot-signature-v3"]).toBe(expected);
  expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(10_000);
  expect(new Date(first.occurredAt).getUTCFullYear()).toBe(2030);
});

describe("an event", () => {
  test("of a creation", async () => {
    const id = await make(door, "companies", { name: "A" });
    expect(await events("object.creation")).toEqual([
      {
        eventId: expect.any(Number),
        subscriptionId: expect.any(Number),
        portalId: 48_000_001,
        appId: 1_000_001,
        occurredAt: expect.any(Number),
        subscriptionType: "object.creation",
        attemptNumber: 0,
        objectId: Number(id),
        objectTypeId: "0-2",
        changeSource: "INTEGRATION",
        sourceId: "1000001",
        changeFlag: "CREATED",
      },
    ]);
  });

  test("of each property that really changed, and of none that did not", async () => {
    const id = await make(door, "companies", { name: "A", city: "Riyadh" });
    await events();
    received.length = 0;
    await door.objects("PATCH", `/companies/${id}`, { properties: { name: "A", city: "Jeddah" } });
    expect(await events()).toMatchObject([
      {
        subscriptionType: "object.propertyChange",
        propertyName: "city",
        propertyValue: "Jeddah",
        objectId: Number(id),
      },
    ]);
  });

  test("of a deletion and a restore", async () => {
    const id = await make(door, "companies", { name: "A" });
    await door.objects("DELETE", `/companies/${id}`);
    expect((await door.control("POST", `/records/companies/${id}/restore`)).status).toBe(204);
    expect(await events("object.deletion")).toMatchObject([{ objectId: Number(id) }]);
    expect(await events("object.restore")).toMatchObject([{ objectId: Number(id) }]);
  });

  test("of a merge", async () => {
    const [a, b] = [await make(door, "companies", { name: "A" }), await make(door, "companies", { name: "B" })];
    const { body } = await door.objects("POST", "/companies/merge", { primaryObjectId: a, objectIdToMerge: b });
    expect(await events("object.merge")).toMatchObject([
      {
        primaryObjectId: Number(a),
        mergedObjectIds: [Number(b)],
        newObjectId: Number(body.id),
        numberOfPropertiesMoved: expect.any(Number),
      },
    ]);
  });

  test("of an association, both ways, and of its removal", async () => {
    const company = await make(door, "companies", { name: "A" });
    const task = await make(door, "tasks", { hs_timestamp: "2026-12-01T08:00:00Z" });
    await door.objects("PUT", `/tasks/${task}/associations/default/companies/${company}`);
    await door.objects("DELETE", `/tasks/${task}/associations/companies/${company}`);
    const all = await events("object.associationChange");
    const ways = all.map((each) => [each.associationType, each.fromObjectId, each.toObjectId, each.associationRemoved]);
    for (const removed of [false, true]) {
      expect(ways).toContainEqual(["TASK_TO_COMPANY", Number(task), Number(company), removed]);
      expect(ways).toContainEqual(["COMPANY_TO_TASK", Number(company), Number(task), removed]);
    }
  });

  test("of a contact deleted for privacy", async () => {
    const id = await make(door, "contacts", { email: "a@example.com" });
    await door.objects("POST", "/contacts/gdpr-delete", { objectId: id });
    expect(await events("contact.privacyDeletion")).toMatchObject([{ objectId: Number(id) }]);
  });

  test("of a custom object", async () => {
    const typeId = await makeType(door, "visit");
    await make(door, "visit", { title: "A" });
    expect(await events("object.creation")).toMatchObject([{ objectTypeId: typeId }]);
  });

  test("of a refused call does not come", async () => {
    await door.objects("POST", "/companies/batch/create", {
      inputs: [{ properties: { name: "A" } }, { properties: { nothing: "x" } }],
    });
    expect(await events()).toEqual([]);
  });
});

test("events come at most a hundred together", async () => {
  const inputs = Array.from({ length: 100 }, (_, n) => ({ properties: { name: `C${n}`, city: "Riyadh" } }));
  await door.objects("POST", "/companies/batch/create", { inputs });
  expect(await events()).toHaveLength(300);
  for (const { events: some } of received) expect(some.length).toBeLessThanOrEqual(100);
});

test("what is not taken comes again, with the number of the try", async () => {
  answers = [500, 404];
  await make(door, "companies", { name: "A" });
  const tries = (await events("object.creation")).map(({ attemptNumber }) => attemptNumber);
  expect(tries).toEqual([0, 1, 2]);
});

test("only what is subscribed to is told", async () => {
  await door.control("PUT", "/webhooks", {
    subscriptions: [{ subscriptionType: "object.propertyChange", objectType: "companies", propertyName: "city" }],
  });
  await make(door, "companies", { name: "A", city: "Riyadh" });
  await make(door, "contacts", { city: "Riyadh" });
  expect(await events()).toMatchObject([{ propertyName: "city", objectTypeId: "0-2" }]);
  expect((await door.control("PUT", "/webhooks", { subscriptions: [{ subscriptionType: "x" }] })).status).toBe(400);
});

test("the same may come twice", async () => {
  await door.control("PUT", "/webhooks", { repeats: 1 });
  await make(door, "companies", { name: "A" });
  const ids = (await events("object.creation")).map(({ eventId }) => eventId);
  expect(ids).toEqual([ids[0], ids[0]]);
});
