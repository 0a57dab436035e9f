import { addProperties } from "./add-properties.ts";
import { associate } from "./associate.ts";
import { missingRates } from "./missing-rates.ts";
import { patient, type Call } from "./call.ts";
import type { Column } from "./columns.ts";
import type { Draft } from "./draft.ts";
import type { Kind } from "./kinds.ts";
import { belongsTo, linkDrafts } from "./link-drafts.ts";
import { addOwners, planOwners } from "./owners.ts";
import { readPortal, type Portal } from "./portal.ts";
import { readFile, type ReadFile, type Seen, type SkippedRow } from "./read-file.ts";
import type { SourceFile } from "./read-table.ts";
import { addStages } from "./stages.ts";
import { writeRecords } from "./write-records.ts";

export interface ImportResult {
  created: number;
  updated: number;
  /** Records that already said all that their row says. */
  unchanged: number;
  skipped: SkippedRow[];
}

/**
 * Loads files as HubSpot's export writes them. All files are read and checked before anything is written; a row that
 * cannot be loaded whole is skipped and reported by its line. Loading the same files again doubles nothing: records
 * are matched by the exporting portal's Record ID, kept in the unique property `imported_record_id`.
 * Throws what `call` throws for anything but a refused record.
 */
export async function importFiles(
  call: Call,
  files: readonly SourceFile[],
  report: (line: string) => void,
): Promise<ImportResult> {
  const portal = await readPortal(patient(call));
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, skipped: [] };
  const skip = ({ file, line, reason }: SkippedRow) => {
    result.skipped.push({ file, line, reason });
    report(`${file}: line ${line}: ${reason}; row skipped`);
  };
  const read: ReadFile[] = [];
  const seen: Seen = new Map();
  for (const file of files) {
    const one = await readFile(portal, file, seen, report);
    one.skipped.forEach(skip);
    if (one.kind) read.push(one);
  }
  read.sort((a, b) => portal.kinds.indexOf(a.kind!) - portal.kinds.indexOf(b.kind!));

  const drafts = read.flatMap((each) => each.drafts);
  const problems = new Map(read.flatMap((each) => [...each.problems]));
  for (const { draft, reason } of planOwners(drafts, portal).broken) problems.set(draft, problems.get(draft) ?? reason);
  const notes = await linkDrafts(portal, drafts, problems, new Set(read.map(({ kind }) => kind!.type)));
  for (const draft of drafts) {
    const reason = problems.get(draft);
    if (reason !== undefined) skip({ ...draft, reason });
  }
  notes.forEach(report);

  const sound = drafts.filter((draft) => !problems.has(draft));
  for (const line of await addOwners(portal, planOwners(sound, portal).wanted)) report(line);
  for (const kind of new Set(read.map((each) => each.kind!))) {
    const columns = read.filter((each) => each.kind === kind).flatMap((each) => each.columns);
    await writeKind(portal, kind, columns, sound, { result, skip, report });
  }
  for (const line of await missingRates(portal, sound)) report(line);
  const associated = await associate(portal, sound);
  for (const { draft, reason } of associated.failed) report(`${draft.file}: line ${draft.line}: ${reason}`);
  associated.notes.forEach(report);
  return result;
}

interface Outcome {
  result: ImportResult;
  skip: (row: SkippedRow) => void;
  report: (line: string) => void;
}

async function writeKind(portal: Portal, kind: Kind, columns: Column[], sound: readonly Draft[], outcome: Outcome) {
  const { result, skip, report } = outcome;
  const whole: Draft[] = [];
  for (const draft of sound.filter((each) => each.kind === kind)) {
    const lost = lostLink(draft, portal);
    if (lost) skip({ ...draft, reason: `${lost.header} '${lost.value}' could not be written` });
    else whole.push(draft);
  }
  for (const line of await addProperties(portal, kind, columns)) report(line);
  if (kind.stages) for (const line of await addStages(portal, kind, whole)) report(line);
  const { created, updated, unchanged, failed } = await writeRecords(portal, kind, whole);
  for (const { draft, reason } of failed) skip({ ...draft, reason });
  result.created += created;
  result.updated += updated;
  result.unchanged += unchanged;
  report(`${kind.fileName}: ${created} created, ${updated} updated, ${unchanged} already the same`);
}

/** A link to something that a record belongs to and that was refused when it was written. */
function lostLink({ kind, links }: Draft, portal: Portal) {
  return links.find(({ target, to }) => to !== kind.type && target && !target.id && belongsTo(kind, to, portal));
}
