import { priorityParts } from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { facts, table } from "../html/parts.ts";
import type { InsideContext } from "./inside-context.ts";

/** The six judged factors with their reasons, and the priority that they make. */
export function factorsOf({ answer, words, format, language }: InsideContext): Markup | null {
  const judged = priorityParts.values.filter((part) => answer.account[part].value !== null);
  const rows = judged.map((part) => {
    const { value, reason } = answer.account[part];
    return [priorityParts.label(part, language), `${format.number(value)} ${words.ofFive}`, html`<bdi>${reason}</bdi>`];
  });
  const found = table([words.factor, "", words.reason], rows, [40, 12, 48]);
  return found && html`${facts([[words.priority, format.number(answer.priority.score)]])}${found}`;
}
