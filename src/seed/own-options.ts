import type { Definition } from "./portal.ts";
import { findOption } from "./values.ts";

/** HubSpot's lists that administrators may lengthen, so that an export can hold words of the portal's own. */
const open = new Set(["industry", "type", "hs_lead_status", "dealtype", "hs_ticket_category"]);

/**
 * The property with the options that a file adds to it. Other lists are closed: a word that is none of theirs is a
 * mistake in that row.
 */
export function withOwnOptions(definition: Definition, texts: readonly string[]): Definition {
  if (!open.has(definition.name) || definition.type !== "enumeration") return definition;
  const own = [...new Set(texts)].filter((text) => text.length <= 75 && findOption(text, definition) === undefined);
  return { ...definition, options: [...definition.options, ...own.map((text) => ({ label: text, value: text }))] };
}
