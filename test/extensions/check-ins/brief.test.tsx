import { describe, expect, test } from "@jest/globals";
import { Link } from "@hubspot/ui-extensions";
import type { Brief, News } from "@keyline/domain";
import { plain } from "../stage.tsx";
import { checkIns } from "../answers.ts";
import { openCard } from "./open-card.ts";

const empty: Brief = { since: "2026-11-01", news: [], moreNews: 0, unread: [], askAbout: [], promised: [] };
const show = (brief: Partial<Brief>, locale = "en") =>
  openCard(checkIns({ brief: { ...empty, ...brief } }), undefined, locale);

const deal = { id: "1", name: "Line 4 upgrade", url: "https://app.hubspot.com/deals/1" };
const ticket = { id: "2", name: "Late delivery", url: "https://app.hubspot.com/tickets/2" };
const money = { amountMinor: 9_000_000, currency: "SAR" };
const changed = (number: Extract<News, { number: unknown }>["number"], before: number, now: number): News => {
  return { kind: "number-changed", number, before, now };
};

describe("each kind of news as a sentence", () => {
  const cases: [News, string, string | RegExp][] = [
    [
      { kind: "deal-won", deal, on: "2026-11-09", ...money },
      "Won “Line 4 upgrade” · SAR 90k",
      /^كسبنا «Line 4 upgrade» – /,
    ],
    [
      { kind: "deal-lost", deal, on: "2026-11-09", amountMinor: null, currency: "SAR" },
      "Lost “Line 4 upgrade”",
      "خسرنا «Line 4 upgrade»",
    ],
    [
      { kind: "deal-opened", deal, on: "2026-11-09", ...money },
      "New deal “Line 4 upgrade” · SAR 90k",
      /^صفقة جديدة «Line 4/,
    ],
    [
      { kind: "ticket-open", ticket, openedOn: "2026-11-24" },
      "Ticket “Late delivery” opened today",
      "فُتحت اليوم تذكرة «Late delivery»",
    ],
    [
      { kind: "ticket-open", ticket, openedOn: "2026-11-23" },
      "Ticket “Late delivery” open for 1 day",
      "تذكرة «Late delivery» مفتوحة منذ يوم",
    ],
    [
      { kind: "ticket-open", ticket, openedOn: "2026-11-22" },
      "Ticket “Late delivery” open for 2 days",
      "تذكرة «Late delivery» مفتوحة منذ يومين",
    ],
    [
      { kind: "ticket-open", ticket, openedOn: "2026-11-15" },
      "Ticket “Late delivery” open for 9 days",
      "تذكرة «Late delivery» مفتوحة منذ ٩ أيام",
    ],
    [
      { kind: "ticket-open", ticket, openedOn: "2026-11-04" },
      "Ticket “Late delivery” open for 20 days",
      "تذكرة «Late delivery» مفتوحة منذ ٢٠ يومًا",
    ],
    [
      { kind: "ticket-closed", ticket, on: "2026-11-09" },
      "Ticket “Late delivery” closed",
      "أُغلقت تذكرة «Late delivery»",
    ],
    [changed("satisfaction", 70, 61), "Satisfaction fell from 70% to 61%", /^انخفض الرضا من ٧٠٪.* إلى ٦١٪/],
    [changed("satisfaction", 61, 70), "Satisfaction rose from 61% to 70%", /^ارتفع الرضا/],
    [changed("nps", 10, -20), "NPS fell from 10 to -20", /^انخفض صافي الترويج من ١٠ إلى/],
    [changed("goal_attainment", 62, 69), "69% of the goal reached, was 62%", /^تحقق ٦٩٪.* من الهدف/],
  ];
  test.each(cases.map(([item, ...words]) => [...words, item] as const))("%s", async (english, arabic, item) => {
    const [en, ar] = await Promise.all([show({ news: [item] }), show({ news: [item] }, "ar-sa")]);
    expect(en.texts()).toContain(english);
    const matches = (text: string) => (typeof arabic === "string" ? text === arabic : arabic.test(text));
    expect(ar.texts().map(plainest).filter(matches)).toHaveLength(1);
  });

  const plainest = (text: string) => plain(text).replaceAll(/[\u061c\u200e\u200f]/g, "");
});

describe("the brief", () => {
  test("leads from a deal and from a ticket to its record", async () => {
    const news: News[] = [
      { kind: "deal-won", deal, on: "2026-11-09", ...money },
      { kind: "ticket-open", ticket, openedOn: "2026-11-15" },
    ];
    const shown = await show({ news });
    expect(shown.findAll(Link).map(({ props }) => props.href)).toEqual(expect.arrayContaining([deal.url, ticket.url]));
  });

  test.each([
    ["en", 3, "and 3 more"],
    ["ar-sa", 2, "وخبران آخران"],
    ["ar-sa", 3, "و٣ أخبار أخرى"],
    ["ar-sa", 12, "و١٢ خبرًا آخر"],
  ])("says how much more there is, in %s: %i", async (locale, moreNews, words) => {
    const news: News[] = [{ kind: "ticket-closed", ticket, on: "2026-11-09" }];
    expect((await show({ news, moreNews }, locale)).texts()).toContain(words);
    expect((await show({ news }, locale)).texts()).not.toContain(words);
  });

  test("does not call it quiet where it could not look", async () => {
    expect((await show({ unread: ["tickets"] })).texts()).toContain(
      "Nothing new in HubSpot. Tickets cannot be read here.",
    );
    expect((await show({ unread: ["deals", "tickets"] }, "ar-sa")).texts()).toContain(
      "لا جديد في HubSpot. لا يمكن قراءة الصفقات هنا. لا يمكن قراءة التذاكر هنا.",
    );
    expect((await show({})).texts()).toContain("Nothing new in HubSpot.");
  });

  test("begins with a renewal that is near, and does not ask about it a second time", async () => {
    const askAbout: Brief["askAbout"] = [
      { kind: "renewal", noticeBy: "2026-12-31", outlook: "open" },
      { kind: "objective", objective: { id: "4", name: "Second plant", url: null }, due: null },
    ];
    const texts = (await show({ askAbout })).texts();
    const renewal = "The renewal: notice by Thu 31 Dec";
    expect(texts.filter((text) => text === renewal)).toHaveLength(1);
    expect(texts.indexOf(renewal)).toBeLessThan(texts.indexOf("Since Sun 1 Nov"));
    expect(texts.lastIndexOf("Second plant")).toBeGreaterThan(texts.indexOf("Ask about"));
  });
});
