import { expect, test } from "@jest/globals";
import { type PreviewEvent, callEvent, createEventFeed } from "../../src/preview/feed.ts";

const now = () => new Date("2026-11-22T06:00:00Z");

test("tells listeners what comes, until they leave", () => {
  const feed = createEventFeed({ now });
  const heard: PreviewEvent[] = [];
  const leave = feed.subscribe((event) => heard.push(event));
  feed.push({ kind: "job", title: "plan-check-ins" });
  leave();
  feed.push({ kind: "job", title: "remind" });
  expect(heard.map(({ title, at }) => ({ title, at }))).toEqual([
    { title: "plan-check-ins", at: "2026-11-22T06:00:00.000Z" },
  ]);
});

test("forgets the oldest", () => {
  const feed = createEventFeed({ remembered: 2, now });
  for (const title of ["one", "two", "three"]) feed.push({ kind: "call", title });
  expect(feed.recent().map(({ title }) => title)).toEqual(["two", "three"]);
});

test("a search by POST is no write, else the page would read for ever", () => {
  const feed = createEventFeed({ now });
  feed.push({ kind: "call", title: "POST /crm/objects/{version}/companies/search", writes: true });
  expect(feed.recent()[0]?.writes).toBe(false);
});

const call = { status: 200, ms: 3, operation: "PATCH /crm/objects/{version}/tasks/{id}", method: "PATCH" };

test("what a person changes on the page is a call like any other; what the page reads is its own affair", () => {
  expect(callEvent({ ...call, caller: "keyline-preview-page" })).toMatchObject({ kind: "call", writes: true });
  const read = { ...call, operation: "GET /crm/objects/{version}/companies/{id}", method: "GET" };
  expect(callEvent({ ...read, caller: "keyline-preview-page" })).toMatchObject({ kind: "page", writes: false });
  expect(callEvent({ ...read, caller: "hubspot-api-client-nodejs" })).toMatchObject({ kind: "call" });
});
