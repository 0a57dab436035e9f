import { daysBetween, type News, type PlainDate, type Question } from "@keyline/domain";
import { dateFormat } from "../format/index.ts";
import type { Host } from "../host/index.ts";

type Speaker = Pick<Host, "say" | "line" | "numbers" | "locale">;

/** One piece of news as a sentence: 'Won “Line 4 upgrade” · SAR 90k'. */
export function newsText(item: News, today: PlainDate, { say, line, numbers }: Speaker): string {
  switch (item.kind) {
    case "deal-won":
      return withAmount(say("newsDealWon", { deal: item.deal.name }));
    case "deal-lost":
      return withAmount(say("newsDealLost", { deal: item.deal.name }));
    case "deal-opened":
      return withAmount(say("newsDealOpened", { deal: item.deal.name }));
    case "ticket-open": {
      const count = daysBetween(item.openedOn, today);
      const ticket = item.ticket.name;
      return count < 1 ? say("newsTicketToday", { ticket }) : say("newsTicketOpen", { ticket, count });
    }
    case "ticket-closed":
      return say("newsTicketClosed", { ticket: item.ticket.name });
  }
  const [up, down] = numberKeys[item.number];
  const value = item.number === "nps" ? numbers.number : numbers.percent;
  return say(item.now > item.before ? up : down, { before: value(item.before), now: value(item.now) });

  function withAmount(text: string): string {
    if (!("amountMinor" in item) || item.amountMinor === null) return text;
    return line([text, numbers.money(item.amountMinor, item.currency)]);
  }
}

const numberKeys = {
  satisfaction: ["newsSatisfactionUp", "newsSatisfactionDown"],
  nps: ["newsNpsUp", "newsNpsDown"],
  goal_attainment: ["newsGoalUp", "newsGoalDown"],
} as const;

/** One thing to ask about, with what makes it pressing. */
export function questionText(question: Question, today: PlainDate, { say, line, locale }: Speaker): string {
  const dates = dateFormat(locale, today);
  switch (question.kind) {
    case "renewal":
      return question.noticeBy ? say("askRenewalBy", { date: dates.day(question.noticeBy) }) : say("askRenewal");
    case "need": {
      const marks = [question.isHighRisk && say("askHighRisk"), !question.isConfirmed && say("askUnconfirmed")];
      return withMarks(question.need.name, marks);
    }
    case "objective":
      return withMarks(question.objective.name, [question.due && say("askDue", { date: dates.day(question.due) })]);
  }
  return question.obstacle.name;

  function withMarks(name: string, marks: (string | false | null)[]): string {
    if (!marks.some(Boolean)) return name;
    return say("nameWithMarks", { name, marks: line(marks, "comma") });
  }
}
