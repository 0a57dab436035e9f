import type { PlainDate } from "@keyline/domain";
import { addDays } from "@keyline/domain";

/** One all-day event (RFC 5545, 3.6.1). Texts are as people wrote them; moments are UTC. */
export interface CalendarEvent {
  /** The same for the same thing, whenever the file is made: a calendar then changes its entry and adds none. */
  uid: string;
  /** Grows when the event changes. */
  sequence: number;
  on: PlainDate;
  summary: string;
  description: string | null;
  url: string | null;
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  createdAt: Date;
  changedAt: Date;
}

export interface CalendarFile {
  name: string;
  language: string;
  madeAt: Date;
  events: readonly CalendarEvent[];
}

/** A calendar file (RFC 5545): lines end in CR LF and are folded at 75 octets. */
export function icsOf({ name, language, madeAt, events }: CalendarFile): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Keyline//Account management//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, language, madeAt)),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

function eventLines(event: CalendarEvent, language: string, madeAt: Date): string[] {
  const spoken = `LANGUAGE=${language}`;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(madeAt)}`,
    `SEQUENCE:${event.sequence}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART;VALUE=DATE:${basic(event.on)}`,
    // The end of an all-day event is the day after its last (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${basic(addDays(event.on, 1))}`,
    `SUMMARY;${spoken}:${escaped(event.summary)}`,
    ...(event.description ? [`DESCRIPTION;${spoken}:${escaped(event.description)}`] : []),
    ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${event.status}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Text values escape backslash, semicolon and comma; a new line is written `\n` (3.3.11). Control characters are not allowed. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ""); // oxlint-disable-line no-control-regex -- these are what is taken out
}

const most = 75;

/** At most 75 octets a line; what follows begins with a space (3.1). No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > most) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** `20261206`. */
function basic(date: PlainDate): string {
  return date.replaceAll("-", "");
}

/** `20261122T060000Z`. */
function utc(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}
