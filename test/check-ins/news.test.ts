import { describe, expect, test } from "@jest/globals";
import type { Brief, News, NumberChange } from "@keyline/domain";
import { briefFrom } from "../../src/check-ins/brief.ts";
import { briefWords } from "../../src/check-ins/brief-words.ts";
import { newsFrom, type DealFacts, type TicketFacts } from "../../src/check-ins/news.ts";
import { accountOf, emptyBrief, portalOf } from "./portal-of-test.ts";

const today = "2026-11-24";
const since = "2026-11-01";
const recordUrl = (object: string, id: string) => `https://app.hubspot.com/${object}/${id}`;
const context = { from: since, today, currency: "SAR", recordUrl } as const;

let ids = 100;
function deal(changes: Partial<DealFacts>): DealFacts {
  const id = String(ids++);
  return {
    id,
    name: `Deal ${id}`,
    standing: "won",
    amountMinor: null,
    openedOn: "2026-01-10",
    closesOn: null,
    ...changes,
  };
}
function ticket(changes: Partial<TicketFacts>): TicketFacts {
  const id = String(ids++);
  return { id, name: `Ticket ${id}`, isClosed: false, openedOn: "2026-11-15", closedOn: null, ...changes };
}
function tell(deals: DealFacts[], tickets: TicketFacts[] = [], numbers: NumberChange[] = []) {
  return newsFrom({ deals, tickets, numbers }, context);
}

describe("what is news", () => {
  test.each<[string, Partial<DealFacts>, string | null]>([
    ["won after the last check-in", { standing: "won", closesOn: "2026-11-09" }, "deal-won"],
    ["won on the very day of it", { standing: "won", closesOn: since }, "deal-won"],
    ["won the day before it", { standing: "won", closesOn: "2026-10-31" }, null],
    ["won today", { standing: "won", closesOn: today }, "deal-won"],
    ["won, with a close date that is still to come", { standing: "won", closesOn: "2026-11-25" }, null],
    ["won without a close date", { standing: "won", closesOn: null }, null],
    ["lost since", { standing: "lost", closesOn: "2026-11-20" }, "deal-lost"],
    ["lost before", { standing: "lost", closesOn: "2026-10-20" }, null],
    [
      "opened since, whenever it is to close",
      { standing: "open", openedOn: "2026-11-02", closesOn: "2027-03-01" },
      "deal-opened",
    ],
    ["open from before", { standing: "open", openedOn: "2026-10-02", closesOn: "2026-11-20" }, null],
    ["opened and won since", { standing: "won", openedOn: "2026-11-03", closesOn: "2026-11-20" }, "deal-won"],
  ])("a deal %s", (_, changes, kind) => {
    expect(tell([deal(changes)]).news.map((item) => item.kind)).toEqual(kind ? [kind] : []);
  });

  test.each<[string, Partial<TicketFacts>, string | null]>([
    ["opened since", { openedOn: "2026-11-15" }, "ticket-open"],
    ["open for longer than that", { openedOn: "2026-08-01" }, "ticket-open"],
    ["closed since", { isClosed: true, openedOn: "2026-10-01", closedOn: "2026-11-02" }, "ticket-closed"],
    ["closed before", { isClosed: true, openedOn: "2026-10-01", closedOn: "2026-10-02" }, null],
    ["closed, nobody knows when", { isClosed: true, closedOn: null }, null],
    ["opened again", { isClosed: false, openedOn: "2026-10-01", closedOn: "2026-10-02" }, "ticket-open"],
  ])("a ticket %s", (_, changes, kind) => {
    expect(tell([], [ticket(changes)]).news.map((item) => item.kind)).toEqual(kind ? [kind] : []);
  });

  test("says what it is about, with its address", () => {
    const won = deal({ id: "7", name: "Line 4 upgrade", closesOn: "2026-11-09", amountMinor: 9_000_000 });
    const late = ticket({ id: "8", name: "Late delivery" });
    expect(tell([won], [late])).toEqual({
      news: [
        {
          kind: "deal-won",
          deal: { id: "7", name: "Line 4 upgrade", url: "https://app.hubspot.com/deals/7" },
          on: "2026-11-09",
          amountMinor: 9_000_000,
          currency: "SAR",
        },
        {
          kind: "ticket-open",
          ticket: { id: "8", name: "Late delivery", url: "https://app.hubspot.com/tickets/8" },
          openedOn: "2026-11-15",
        },
      ],
      moreNews: 0,
    });
  });
});

describe("the order and the bound", () => {
  const lost = { standing: "lost", closesOn: "2026-11-20" } as const;
  const opened = { standing: "open", openedOn: "2026-11-20" } as const;
  const closed = { isClosed: true, closedOn: "2026-11-20" } as const;

  test("won, lost, what is open, numbers, what begins, what is settled", () => {
    const numbers = [{ number: "satisfaction" as const, now: 61, before: 70 }];
    const found = tell(
      [deal(opened), deal(lost), deal({ closesOn: "2026-11-02" })],
      [ticket(closed), ticket({})],
      numbers,
    );
    expect(found.news.map((item) => item.kind)).toEqual([
      "deal-won",
      "deal-lost",
      "ticket-open",
      "number-changed",
      "deal-opened",
      "ticket-closed",
    ]);
  });

  test("deals the latest first, the larger one of a day before the smaller; tickets the oldest first", () => {
    const names = (news: News[]) =>
      news.map((item) => ("deal" in item ? item.deal.name : "ticket" in item && item.ticket.name));
    const deals = [
      deal({ name: "small", closesOn: "2026-11-09", amountMinor: 100 }),
      deal({ name: "early", closesOn: "2026-11-02", amountMinor: 900 }),
      deal({ name: "large", closesOn: "2026-11-09", amountMinor: 500 }),
    ];
    const tickets = [ticket({ name: "new", openedOn: "2026-11-20" }), ticket({ name: "old", openedOn: "2026-09-01" })];
    expect(names(tell(deals, tickets).news)).toEqual(["large", "small", "early", "old", "new"]);
  });

  test("one kind does not crowd out the others, and what is left out is counted", () => {
    const won = Array.from({ length: 20 }, () => deal({ closesOn: "2026-11-09" }));
    const { news, moreNews } = tell([...won, deal(lost)], [ticket({}), ticket({})]);
    expect(news.map((item) => item.kind)).toEqual([
      "deal-won",
      "deal-won",
      "deal-won",
      "deal-won",
      "deal-lost",
      "ticket-open",
      "ticket-open",
    ]);
    expect(moreNews).toBe(16);
  });

  test("alone, a kind fills the room there is", () => {
    expect(tell(Array.from({ length: 7 }, () => deal({ closesOn: "2026-11-09" })))).toMatchObject({ moreNews: 0 });
    expect(tell(Array.from({ length: 8 }, () => deal({ closesOn: "2026-11-09" })))).toMatchObject({ moreNews: 1 });
  });

  test("more than seven kinds' worth: the last kinds go first", () => {
    const deals = [lost, lost, lost, opened, opened, opened].map((one) => deal(one));
    const { news, moreNews } = tell(deals, [ticket({}), ticket({}), ticket(closed)]);
    expect(news.map((item) => item.kind).slice(-2)).toEqual(["deal-opened", "deal-opened"]);
    expect([news.length, moreNews]).toEqual([7, 2]);
  });
});

describe("a brief", () => {
  const told = { since, numbers: [{ number: "satisfaction", now: 61, before: 70 }] };
  const briefOf = (properties: Parameters<typeof accountOf>[0], facts: Partial<Parameters<typeof briefFrom>[0]> = {}) =>
    briefFrom({
      account: accountOf(properties),
      checkIns: [],
      needs: [],
      objectives: [],
      deals: [],
      tickets: [],
      portal: portalOf(today),
      ...facts,
    });

  test("takes the numbers that were set against this last check-in", () => {
    const properties = { am_last_check_in: since, am_number_changes: JSON.stringify(told) } as const;
    expect(briefOf(properties).news).toEqual([{ kind: "number-changed", number: "satisfaction", now: 61, before: 70 }]);
  });

  test.each([
    ["against an earlier one", JSON.stringify({ ...told, since: "2026-10-04" })],
    ["by somebody else's hand", "down a bit"],
    ["not at all", null],
  ])("leaves out numbers that were written %s", (_, text) => {
    expect(briefOf({ am_last_check_in: since, am_number_changes: text }).news).toEqual([]);
  });

  test("before the first check-in tells of the last ninety days", () => {
    const deals = [deal({ closesOn: "2026-08-26" }), deal({ closesOn: "2026-08-25" })];
    expect(briefOf({ am_last_check_in: null }, { deals }).news).toHaveLength(1);
  });

  test("names what cannot be read here", () => {
    expect(briefOf({}, { deals: null }).unread).toEqual(["deals"]);
    expect(briefOf({}, { deals: null, tickets: null }).unread).toEqual(["deals", "tickets"]);
    expect(briefOf({}).unread).toEqual([]);
  });
});

describe("a brief in a task", () => {
  const link = (id: string, name: string) => ({ id, name, url: `https://app.hubspot.com/x/${id}` });
  const money = { amountMinor: 9_000_000, currency: "SAR" };
  const news: News[] = [
    { kind: "deal-won", deal: link("1", "Line 4 upgrade"), on: "2026-11-09", ...money },
    { kind: "deal-lost", deal: link("2", "Spare parts"), on: "2026-11-10", amountMinor: null, currency: "SAR" },
    { kind: "ticket-open", ticket: link("3", "Late <delivery>"), openedOn: "2026-11-15" },
    { kind: "number-changed", number: "satisfaction", now: 61, before: 70 },
    { kind: "number-changed", number: "nps", now: -20, before: 10 },
    { kind: "number-changed", number: "goal_attainment", now: 69, before: 62 },
    { kind: "deal-opened", deal: { ...link("4", "Cold rooms"), url: null }, on: "2026-11-12", ...money },
    { kind: "ticket-closed", ticket: link("5", "No heat"), on: "2026-11-11" },
  ];
  const linesOf = (brief: Partial<Brief>, language: "en" | "ar") =>
    [...briefWords({ ...emptyBrief, since, ...brief }, today, language).matchAll(/<(?:li|p)>(.*?)<\/(?:li|p)>/g)].map(
      ([, line]) => line,
    );

  test("in English", () => {
    expect(linesOf({ news, moreNews: 3 }, "en")).toEqual([
      "Last check-in: Sun 1 Nov.",
      "<strong>Since then</strong>",
      '<a href="https://app.hubspot.com/x/1">Won “Line 4 upgrade” (SAR\u00a090,000) on Mon 9 Nov</a>',
      '<a href="https://app.hubspot.com/x/2">Lost “Spare parts” on Tue 10 Nov</a>',
      '<a href="https://app.hubspot.com/x/3">Ticket “Late &lt;delivery&gt;” open since Sun 15 Nov</a>',
      "Satisfaction 61 %, was 70 %",
      "NPS -20, was 10",
      "Goal reached 69 %, was 62 %",
      "New deal “Cold rooms” (SAR\u00a090,000), opened on Thu 12 Nov",
      '<a href="https://app.hubspot.com/x/5">Ticket “No heat” closed on Wed 11 Nov</a>',
      "and 3 more",
      "Built from the company&#39;s deals, tickets, numbers, needs, objectives, renewal and earlier check-ins.",
    ]);
  });

  test("in Arabic", () => {
    const [, title, won, lost, open, satisfaction, ...rest] = linesOf({ news, moreNews: 0 }, "ar");
    expect([title, won, lost, open, satisfaction]).toEqual([
      "<strong>منذ ذلك الحين</strong>",
      expect.stringMatching(/كسبنا «Line 4 upgrade» \(.*٩٠٬٠٠٠.*\) يوم الاثنين/),
      expect.stringContaining("خسرنا «Spare parts» يوم"),
      expect.stringContaining("تذكرة «Late &lt;delivery&gt;» مفتوحة منذ الأحد"),
      "الرضا ٦١٪ بعد أن كان ٧٠٪",
    ]);
    expect(rest.at(-1)).toBe(
      "أُعدّ مما هو مسجل للشركة: صفقاتها وتذاكرها وأرقامها واحتياجاتها وأهدافها وتجديدها ومتابعاتها السابقة.",
    );
  });

  test.each([
    [1, "وخبر آخر"],
    [2, "وخبران آخران"],
    [3, "و٣ أخبار أخرى"],
    [11, "و١١ خبرًا آخر"],
    [100, "و١٠٠ خبر آخر"],
  ])("Arabic counts %i more with a form of its own", (moreNews, words) => {
    expect(linesOf({ news: news.slice(0, 1), moreNews }, "ar")).toContain(words);
  });

  test("a renewal that is near leads it, whatever else there is", () => {
    const askAbout: Brief["askAbout"] = [
      { kind: "renewal", noticeBy: "2026-12-31", outlook: "open" },
      { kind: "need", need: link("9", "Reporting in Arabic"), isHighRisk: true, isConfirmed: false },
    ];
    const lines = linesOf({ news: news.slice(0, 1), askAbout }, "en");
    expect(lines[0]).toBe("<strong>The renewal, notice by Thu 31 Dec (Open)</strong>");
    expect(lines.slice(-3, -1)).toEqual([
      "<strong>Ask about</strong>",
      '<a href="https://app.hubspot.com/x/9">Reporting in Arabic (high risk, unconfirmed)</a>',
    ]);
  });

  test("does not claim to be built from what cannot be read", () => {
    expect(linesOf({ unread: ["tickets"] }, "en").at(-1)).toBe(
      "Built from the company&#39;s deals, numbers, needs, objectives, renewal and earlier check-ins.",
    );
  });

  test("says the same on another day: what it was made of has not changed", () => {
    const words = (day: "2026-11-24" | "2026-12-20") => briefWords({ ...emptyBrief, since, news }, day, "en");
    expect(words("2026-12-20")).toBe(words("2026-11-24"));
  });
});
