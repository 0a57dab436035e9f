import { describe, expect, test } from "@jest/globals";
import { assert, property, string } from "fast-check";
import { checkInEvents } from "../../src/paper/calendar/check-in-events.ts";
import { icsOf, type CalendarEvent } from "../../src/paper/calendar/ics.ts";

const event: CalendarEvent = {
  uid: "check-in-1-101-2026-12-06@keyline",
  sequence: 3,
  on: "2026-12-06",
  summary: "Check-in: Najd Foods",
  description: null,
  url: "https://app.hubspot.com/contacts/1/record/0-2/101",
  status: "TENTATIVE",
  createdAt: new Date("2026-11-01T06:00:00Z"),
  changedAt: new Date("2026-11-20T06:00:00Z"),
};
const file = (events: readonly CalendarEvent[]) =>
  icsOf({ name: "Check-ins", language: "en", madeAt: new Date("2026-11-22T06:00:00Z"), events });

/** As a calendar reads it: folds undone. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("an all-day event as RFC 5545 writes it", () => {
  expect(unfolded(file([event]))).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Keyline//Account management//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Check-ins",
    "BEGIN:VEVENT",
    "UID:check-in-1-101-2026-12-06@keyline",
    "DTSTAMP:20261122T060000Z",
    "SEQUENCE:3",
    "CREATED:20261101T060000Z",
    "LAST-MODIFIED:20261120T060000Z",
    "DTSTART;VALUE=DATE:20261206",
    "DTEND;VALUE=DATE:20261207",
    "SUMMARY;LANGUAGE=en:Check-in: Najd Foods",
    "URL:https://app.hubspot.com/contacts/1/record/0-2/101",
    "STATUS:TENTATIVE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("the last day of a year ends on the first of the next", () => {
  expect(file([{ ...event, on: "2026-12-31" }])).toContain("DTEND;VALUE=DATE:20270101");
});

test("commas, semicolons, backslashes and new lines of a name do not end it", () => {
  const summary = "Najd; Foods, \\ and\nSons\r\nEND:VEVENT";
  const text = file([{ ...event, summary }]);
  expect(unfolded(text)).toContain("SUMMARY;LANGUAGE=en:Najd\\; Foods\\, \\\\ and\\nSons\\nEND:VEVENT");
  expect(text.match(/^END:VEVENT\r$/gm)).toHaveLength(1);
});

describe("whatever people write", () => {
  const anyText = string({ unit: "binary", maxLength: 300 });
  const unescaped = (text: string) =>
    text.replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));

  test("no line is longer than 75 octets, and none ends in the middle of a character", () => {
    assert(
      property(anyText, (summary) => {
        for (const line of file([{ ...event, summary }]).split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // The second half of a character above 16 bits never begins a line.
          expect(line).not.toMatch(/^ [\udc00-\udfff]/);
        }
      }),
    );
  });

  test("a calendar reads it back as it was, but for control characters", () => {
    assert(
      property(anyText, (summary) => {
        const line = unfolded(file([{ ...event, summary }])).find((one) => one.startsWith("SUMMARY"));
        const wanted = summary.replaceAll(/\r\n|\r/g, "\n").replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ""); // oxlint-disable-line no-control-regex
        expect(unescaped(line?.slice("SUMMARY;LANGUAGE=en:".length) ?? "")).toBe(wanted);
      }),
    );
  });
});

describe("check-ins as events", () => {
  const around = { company: "شركة نجد", portalId: "1", language: "ar", today: "2026-11-22", url: null } as const;
  const record = (key: string, changed: Record<string, unknown> = {}, updatedAt = "2026-11-01T06:00:00Z") =>
    ({
      id: key,
      properties: {
        check_in_key: key,
        state: "planned",
        due_date: "2026-12-06",
        planned_date: "2026-12-06",
        held_on: null,
        ...changed,
      },
      raw: {},
      createdAt: "2026-11-01T06:00:00Z",
      updatedAt,
      isArchived: false,
    }) as unknown as Parameters<typeof checkInEvents>[0][number]; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the properties that are read

  test("in Arabic", () => {
    expect(checkInEvents([record("101:2026-12-06")], around)).toMatchObject([
      { uid: "check-in-1-101-2026-12-06@keyline", summary: "متابعة: شركة نجد", description: "مخططة", on: "2026-12-06" },
    ]);
  });

  test("moved to another day it is the same event with a higher number", () => {
    const [before] = checkInEvents([record("101:2026-12-06")], around);
    const moved = record("101:2026-12-06", { due_date: "2026-12-08" }, "2026-11-02T06:00:00Z");
    const [after] = checkInEvents([moved], around);
    expect(after).toMatchObject({ uid: before?.uid, on: "2026-12-08" });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test("skipped, it is cancelled, so that a calendar that had it takes it away", () => {
    expect(checkInEvents([record("101:2026-12-06", { state: "skipped" })], around)).toMatchObject([
      { status: "CANCELLED" },
    ]);
  });

  test("held, it stands on the day on which it was; the earliest first; old ones are left out", () => {
    const events = checkInEvents(
      [
        record("a"),
        record("b", { state: "held", due_date: "2026-11-01", held_on: "2026-11-03" }),
        record("c", { state: "held", due_date: "2025-01-01", held_on: "2025-01-01" }),
      ],
      around,
    );
    expect(events.map(({ on, status }) => [on, status])).toEqual([
      ["2026-11-03", "CONFIRMED"],
      ["2026-12-06", "TENTATIVE"],
    ]);
  });
});
