import { paperAudiences, type Language, type Problem } from "@keyline/domain";
import { z } from "zod";
import { calendarFile, calendarPath, noticePage, paperHeaders, planPage, planPath } from "../../paper/index.ts";
import { planActions } from "../../plans/index.ts";
import { deskOf } from "../desk-of.ts";
import { defineRoute, type Answer } from "../define-route.ts";

const ofCompany = z.object({ companyId: z.string() });

/** A plan, to be read on the screen or printed on A4. */
export const planOnPaper = defineRoute({
  method: "GET",
  path: planPath,
  signed: "link",
  query: ofCompany.extend({ planKey: z.string(), audience: z.enum(paperAudiences) }),
  async answer({ query: { companyId, planKey, audience }, caller, origin, parts }) {
    const desk = await deskOf(parts, caller, origin);
    const { language } = caller;
    const answer = await planActions.plan(desk, { companyId, planKey, lang: language });
    return { content: { type: "html", text: planPage(answer, audience, language) }, headers: { ...paperHeaders } };
  },
  notice,
});

/** The check-ins of an account, for a calendar. */
export const calendarOfCheckIns = defineRoute({
  method: "GET",
  path: calendarPath,
  signed: "link",
  query: ofCompany,
  async answer({ query: { companyId }, caller, origin, parts }) {
    const { name, text } = await calendarFile(await deskOf(parts, caller, origin), companyId);
    const headers = { "Content-Disposition": attachment(name), "Cache-Control": "no-store" };
    return { content: { type: "text/calendar; charset=utf-8", text }, headers };
  },
  notice,
});

/** People open these links: what is wrong is said on a page, in their language. */
function notice(problem: Problem, language: Language): Answer {
  return { content: { type: "html", text: noticePage(problem, language) }, headers: { ...paperHeaders } };
}

/** The name in two spellings: in ASCII, and as it is (RFC 6266, 8187). */
function attachment(name: string): string {
  const file = `check-ins ${name}.ics`;
  const plain = file.replaceAll(/[^A-Za-z0-9.-]+/g, "-");
  const encoded = encodeURIComponent(file).replaceAll(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
