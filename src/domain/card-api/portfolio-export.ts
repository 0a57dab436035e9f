import { z } from "zod";
import { portfolioQuery } from "./portfolio-query.ts";

/** `GET /cards/portfolio/export`: the accounts that the filters let through, as a file to save. */
export const exportQuery = portfolioQuery.omit({ page: true, fresh: true, seen: true });
export type ExportQuery = z.output<typeof exportQuery>;

/** A card cannot save a file: it shows a link that the browser opens, which is good for so many seconds. */
export const exportAnswer = z.object({
  url: z.url(),
  goodForSeconds: z.number().int(),
  accounts: z.number().int().min(0),
});
export type ExportAnswer = z.infer<typeof exportAnswer>;
