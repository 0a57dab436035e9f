import { z } from "zod";
import { isPlainDate, type PlainDate } from "../calendar/plain-date.ts";
import { field, type FieldOptions } from "./field.ts";

const dateSchema = z.custom<PlainDate>(isPlainDate, "Must be a date such as 2026-11-24");
const momentSchema = z.iso.datetime({ offset: true });

/**
 * A date without time or zone. HubSpot reads as `2026-11-24`; older answers carry midnight UTC in milliseconds
 * (developers.hubspot.com, CRM properties: date).
 */
export function date<const R extends boolean = false>(options: FieldOptions<R>) {
  return field(
    {
      kind: "date",
      schema: dateSchema,
      fromText: (text) => {
        // JavaScript reads 30 February as 2 March: a date is taken as it is written, or not at all.
        const day = startsAsDate.test(text) ? text.slice(0, 10) : toIso(text)?.slice(0, 10);
        return isPlainDate(day) ? day : undefined;
      },
      toText: (value: PlainDate) => value,
    },
    options,
  );
}

/** A moment, ISO 8601 in UTC. HubSpot may answer with milliseconds since 1970. */
export function moment<const R extends boolean = false>(options: FieldOptions<R>) {
  return field({ kind: "moment", schema: momentSchema, fromText: toIso, toText: (value: string) => value }, options);
}

const startsAsDate = /^\d{4}-\d{2}-\d{2}(?:$|T)/;
const isMillis = /^-?\d{11,}$/;

function toIso(text: string): string | undefined {
  if (!startsAsDate.test(text) && !isMillis.test(text)) return undefined;
  const instant = new Date(isMillis.test(text) ? Number(text) : text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
