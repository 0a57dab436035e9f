import type { paperRoutes } from "@keyline/domain";
import type { CardActions, Desk } from "../desk/index.ts";

/** Where a browser opens them. */
export const planPath = "/paper/plan";
export const calendarPath = "/paper/check-ins.ics";

/** Long enough to look at it, change a word, load it again and print it. */
const goodForSeconds = 15 * 60;

/** What the links need beside the desk: the http layer knows where it is reached, and signs. */
export interface PaperDesk extends Desk {
  linkTo(path: string, facts: Readonly<Record<string, string>>, forSeconds: number): string;
}

/** What answers the cards that offer paper and calendars. */
export const paperActions: CardActions<typeof paperRoutes, PaperDesk> = {
  async printLinks({ linkTo, portalId, caller }, { companyId, planKey, language = caller.language }) {
    const link = (audience: "inside" | "customer") =>
      linkTo(planPath, { portalId, companyId, planKey, audience, lang: language }, goodForSeconds);
    return { inside: link("inside"), customer: link("customer"), goodForSeconds };
  },
  async calendarLink({ linkTo, portalId, caller }, { companyId }) {
    const facts = { portalId, companyId, lang: caller.language };
    return { url: linkTo(calendarPath, facts, goodForSeconds), goodForSeconds };
  },
};
