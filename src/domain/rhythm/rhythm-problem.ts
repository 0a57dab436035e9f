import { Problem } from "../problem.ts";
import type { Words } from "../words.ts";

/** What can be wrong with a rhythm, each said so that the person knows what to write instead. `$` is the part in question. */
const messages = {
  "unknown-rule": {
    en: "`$` is no rhythm rule. Write for example `sunday`, `day 15`, `day last`, `first sunday`, `every 10 days`, and `months 3,9` for seasons.",
    ar: "`$` ليست قاعدة وتيرة. اكتب مثلًا `sunday` أو `day 15` أو `day last` أو `first sunday` أو `every 10 days`، ومع المواسم `months 3,9`.",
  },
  "said-twice": {
    en: "`$` says the day or the interval a second time. Keep one of them.",
    ar: "تكرّر `$` تحديد اليوم أو الفترة. أبقِ واحدًا فقط.",
  },
  "own-needs-every": {
    en: "An own interval needs its length. Write for example `every 10 days` or `every 6 weeks`.",
    ar: "الفترة الخاصة تحتاج إلى طولها. اكتب مثلًا `every 10 days` أو `every 6 weeks`.",
  },
  "every-needs-own": {
    en: "`every …` goes with the rhythm “Own interval”. Choose that rhythm, or leave `every …` out.",
    ar: "تُكتب `every …` مع «فترة خاصة» فقط. اختر هذه الوتيرة أو احذف `every …`.",
  },
  "days-take-no-day": {
    en: "A rhythm counted in days takes no weekday and no day of the month. Leave only `every … days`.",
    ar: "الوتيرة المحسوبة بالأيام لا تقبل يوم أسبوع ولا يوم شهر. أبقِ `every … days` وحدها.",
  },
  "weeks-take-weekday": {
    en: "A rhythm of weeks takes a weekday. Write for example `sunday`.",
    ar: "الوتيرة الأسبوعية تأخذ يومًا من الأسبوع. اكتب مثلًا `sunday`.",
  },
  "months-take-which-weekday": {
    en: "Say which `$` of the month: write `first $`, `second $`, `third $`, `fourth $` or `last $`.",
    ar: "حدّد أي `$` في الشهر: اكتب `first $` أو `second $` أو `third $` أو `fourth $` أو `last $`.",
  },
  "too-many-months": {
    en: "This rhythm has room for at most $ months a year. Name fewer months, or choose a shorter rhythm.",
    ar: "هذه الوتيرة تتسع لعدد $ من الشهور في السنة على الأكثر. اذكر شهورًا أقل أو اختر وتيرة أقصر.",
  },
  "every-out-of-range": {
    en: "The interval must be between 1 and $.",
    ar: "يجب أن تكون الفترة بين 1 و $.",
  },
  "day-out-of-range": {
    en: "No month has a day $. Write a day from 1 to 31, or `day last`.",
    ar: "لا يوجد شهر فيه اليوم $. اكتب يومًا من 1 إلى 31 أو `day last`.",
  },
  "month-out-of-range": {
    en: "There is no month $. Write months from 1 to 12, such as `months 3,9`.",
    ar: "لا يوجد شهر رقمه $. اكتب شهورًا من 1 إلى 12، مثل `months 3,9`.",
  },
  "pause-ends-before-it-starts": {
    en: "The pause ends before it starts. Choose a later “paused until”.",
    ar: "ينتهي التوقف قبل أن يبدأ. اختر تاريخًا لاحقًا في «متوقف حتى».",
  },
} satisfies Record<string, Words>;

export function rhythmProblem(what: keyof typeof messages, part = ""): Problem {
  const words = { en: messages[what].en.replaceAll("$", part), ar: messages[what].ar.replaceAll("$", part) };
  const path = what === "pause-ends-before-it-starts" ? "am_paused_until" : "am_rhythm_rule";
  return new Problem("invalid-input", words.en, { words, fields: [{ path, message: words.en }] });
}
