import { Problem } from "@keyline/domain";
import type { Priority } from "./pacer.ts";

/** Kept free for people: one in a hundred of the day's calls. */
const reserve = 0.01;
/** After this long without news, one call may try again: the day may have turned. */
const probeMs = 15 * 60_000;

/** The calls of the day, as far as HubSpot's answers tell; they are shared by all apps of the account. */
export function dailyLimit() {
  let said: { max: number; remaining: number; at: number } | null = null;
  return {
    learn(max: number, remaining: number, at: number) {
      said = { max, remaining, at };
    },
    usedUp(at: number) {
      said = { max: said?.max ?? 0, remaining: 0, at };
    },
    isUsedUp(priority: Priority, at: number): boolean {
      if (!said || at - said.at > probeMs) return false;
      return said.remaining <= (priority === "bulk" ? said.max * reserve : 0);
    },
    get remaining(): number | null {
      return said?.remaining ?? null;
    },
  };
}

export function dayIsUsedUp(): Problem {
  return new Problem("rate-limited", "The HubSpot account has used up its API calls of today.", {
    retryAfterMs: probeMs,
    words: {
      en: "Your HubSpot account has used up its API calls of today. Work goes on by itself tomorrow.",
      ar: "استنفد حساب HubSpot عدد الطلبات المسموح به اليوم. سيتابع العمل تلقائيًا غدًا.",
    },
  });
}
