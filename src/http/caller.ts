import { z } from "zod";
import { languageOf } from "@keyline/domain";
import type { Caller, Route } from "./define-route.ts";
import { parse } from "./parse.ts";

/**
 * HubSpot adds these to each request of a card and signs them with the rest of the address
 * (developers.hubspot.com, UI extensions: fetching data).
 */
const signedQuery = z.object({
  portalId: z.string().regex(/^\d+$/, "Must be the portal's id; HubSpot adds it"),
  userId: z.string().default(""),
  userEmail: z.string().default(""),
  lang: z.string().optional(),
});

const nobody: Caller = { portalId: "", userId: "", userEmail: "", language: "en" };

export function callerOf(query: unknown, signed: Route["signed"]): Caller {
  if (signed !== "card" && signed !== "link") return nobody;
  const { lang, ...caller } = parse(signedQuery, query, "query");
  return { ...caller, language: languageOf(lang) };
}
