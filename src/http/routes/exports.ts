import { exportQuery } from "@keyline/domain";
import { exportPath, portfolioCsv } from "../../portfolio/index.ts";
import { deskOf } from "../desk-of.ts";
import { defineRoute } from "../define-route.ts";

/** The accounts as a file: opened by a browser, by the link that the portfolio page shows. */
export const exportedPortfolio = defineRoute({
  method: "GET",
  path: exportPath,
  signed: "link",
  query: exportQuery,
  async answer({ query, caller, origin, parts }) {
    const desk = await deskOf(parts, caller, origin);
    const name = `portfolio-${desk.now().toISOString().slice(0, 10)}.csv`;
    return {
      headers: { "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" },
      content: { type: "text/csv; charset=utf-8", text: await portfolioCsv(desk, query) },
    };
  },
});
