import { expect, test } from "@jest/globals";
import { addDays, calendarOf, settingsFrom, type PlainDate, type RhythmName } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import { accountOf, noura, owner, portalOf, situationOf } from "./portal-of-test.ts";

interface Case {
  what: string;
  rhythm: [RhythmName, string | null];
  from: PlainDate;
  zone?: string;
  week?: "sun-thu" | "mon-fri";
  slot: PlainDate;
  due: PlainDate;
  remindOn: PlainDate;
  dueAt: string;
}

/** An account of tier A: reminded three working days ahead, due at nine on its owner's clock. */
const cases: Case[] = [
  {
    what: "an ordinary month",
    rhythm: ["monthly", "first sunday"],
    from: "2026-11-24",
    slot: "2026-12-06",
    due: "2026-12-06",
    remindOn: "2026-12-01",
    dueAt: "2026-12-06T06:00:00.000Z",
  },
  {
    what: "the day falls on a weekend",
    rhythm: ["monthly", "day 5"],
    from: "2026-11-24",
    slot: "2026-12-05",
    due: "2026-12-06",
    remindOn: "2026-12-01",
    dueAt: "2026-12-06T06:00:00.000Z",
  },
  {
    what: "the same date where people work Monday to Friday",
    rhythm: ["monthly", "day 5"],
    from: "2026-11-24",
    week: "mon-fri",
    zone: "Europe/London",
    slot: "2026-12-05",
    due: "2026-12-07",
    remindOn: "2026-12-02",
    dueAt: "2026-12-07T09:00:00.000Z",
  },
  {
    what: "a month without a 31st",
    rhythm: ["monthly", "day 31"],
    from: "2027-02-02",
    slot: "2027-02-28",
    due: "2027-02-28",
    remindOn: "2027-02-23",
    dueAt: "2027-02-28T06:00:00.000Z",
  },
  {
    what: "a leap day",
    rhythm: ["monthly", "day last"],
    from: "2028-02-02",
    week: "mon-fri",
    zone: "Europe/London",
    slot: "2028-02-29",
    due: "2028-02-29",
    remindOn: "2028-02-24",
    dueAt: "2028-02-29T09:00:00.000Z",
  },
  {
    what: "the same leap day in Riyadh, where it is Eid al-Fitr",
    rhythm: ["monthly", "day last"],
    from: "2028-02-02",
    slot: "2028-02-29",
    due: "2028-03-01",
    remindOn: "2028-02-21",
    dueAt: "2028-03-01T06:00:00.000Z",
  },
  {
    what: "the turn of the year",
    rhythm: ["weekly", "sunday"],
    from: "2026-12-28",
    slot: "2027-01-03",
    due: "2027-01-03",
    remindOn: "2026-12-29",
    dueAt: "2027-01-03T06:00:00.000Z",
  },
  {
    what: "the Friday before clocks go forward in London",
    rhythm: ["monthly", "day 26"],
    from: "2027-03-02",
    week: "mon-fri",
    zone: "Europe/London",
    slot: "2027-03-26",
    due: "2027-03-26",
    remindOn: "2027-03-23",
    dueAt: "2027-03-26T09:00:00.000Z",
  },
  {
    what: "the Monday after clocks go forward in London",
    rhythm: ["monthly", "day 29"],
    from: "2027-03-02",
    week: "mon-fri",
    zone: "Europe/London",
    slot: "2027-03-29",
    due: "2027-03-29",
    remindOn: "2027-03-24",
    dueAt: "2027-03-29T08:00:00.000Z",
  },
  {
    what: "the Monday after clocks go back in New York",
    rhythm: ["weekly", "monday"],
    from: "2026-10-27",
    week: "mon-fri",
    zone: "America/New_York",
    slot: "2026-11-02",
    due: "2026-11-02",
    remindOn: "2026-10-28",
    dueAt: "2026-11-02T14:00:00.000Z",
  },
  {
    what: "Saudi National Day is nobody's due date",
    rhythm: ["monthly", "day 23"],
    from: "2026-09-02",
    slot: "2026-09-23",
    due: "2026-09-24",
    remindOn: "2026-09-20",
    dueAt: "2026-09-24T06:00:00.000Z",
  },
  {
    what: "every ten days, whatever the week",
    rhythm: ["own", "every 10 days"],
    from: "2026-11-24",
    slot: "2026-11-24",
    due: "2026-11-24",
    remindOn: "2026-11-19",
    dueAt: "2026-11-24T06:00:00.000Z",
  },
];

test.each(cases)(
  "$what",
  ({ rhythm: [name, rule], from, zone = "Asia/Riyadh", week = "sun-thu", slot, due, remindOn, dueAt }) => {
    const settings = settingsFrom(
      week === "mon-fri" ? { workingWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"] } : {},
    );
    const owners = new Map([[noura.id, owner(noura.id, { timeZone: zone })]]);
    const portal = (today: PlainDate) => portalOf(today, { calendar: calendarOf(settings, zone), owners });
    const account = accountOf({ am_rhythm: name, am_rhythm_rule: rule, am_rhythm_anchor: from });
    const [planned] = decide(situationOf(account), portal(from)).checkIns;
    expect(planned?.properties).toMatchObject({ slot_date: slot, due_date: due, remind_on: remindOn });

    const values = { ...planned?.properties, reminder_state: null, reminder_fingerprint: null } as never;
    const known = accountOf({ ...account.properties, am_check_in_slots: `open=${slot}` });
    const on = (today: PlainDate) =>
      decide(situationOf(known, { checkIns: [{ id: "1", values }] }), portal(today)).tasks;
    expect(on(addDays(remindOn, -1))).toEqual([]);
    expect(on(remindOn).map(({ properties }) => properties["hs_timestamp"])).toEqual([dueAt]);
  },
);
