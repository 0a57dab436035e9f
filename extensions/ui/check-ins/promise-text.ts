import type { PlainDate, Promised } from "@keyline/domain";
import { dateFormat } from "../format/index.ts";
import type { Host } from "../host/index.ts";

/** "Tom · by Fri 20 Nov"; empty where neither is known. */
export function whoAndWhen(
  { who, by }: Promised,
  today: PlainDate,
  { say, line, locale }: Pick<Host, "say" | "line" | "locale">,
): string {
  return line([who, by && say("promisedBy", { date: dateFormat(locale, today).day(by) })]);
}
