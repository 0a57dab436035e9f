export type Direction = "ltr" | "rtl";

const isolates: Record<Direction, string> = { ltr: "\u2066", rtl: "\u2067" };
const endOfIsolate = "\u2069";

/** A text that keeps its own direction on a page that runs the other way. HubSpot's components have no `dir` to set. */
export function directed(text: string, reads: Direction, page: Direction): string {
  return reads === page ? text : `${isolates[reads]}${text}${endOfIsolate}`;
}
