/** A person and whom they report to; an id that is not among the people counts as nobody. */
export interface Reporting {
  readonly id: string;
  readonly reportsTo: string | null;
}

export interface ReportingLine<P> {
  readonly person: P;
  /** 0 at the top. */
  readonly depth: number;
  /** Stands at the top only because the lines below lead back to this person. */
  readonly isInCircle: boolean;
}

/**
 * The map of who reports to whom, as lines to be indented: each person once, below their manager, in the order given.
 * People write managers by hand, so that the lines may run in a circle: it is opened at its first person.
 */
export function reportingLines<P extends Reporting>(people: readonly P[]): ReportingLine<P>[] {
  const known = new Set(people.map(({ id }) => id));
  const reports = new Map<string, P[]>();
  for (const person of people) {
    if (person.reportsTo === null || person.reportsTo === person.id || !known.has(person.reportsTo)) continue;
    reports.set(person.reportsTo, [...(reports.get(person.reportsTo) ?? []), person]);
  }
  const below = new Set([...reports.values()].flat().map(({ id }) => id));
  const lines: ReportingLine<P>[] = [];
  const drawn = new Set<string>();
  const draw = (person: P, depth: number, isInCircle: boolean): void => {
    if (drawn.has(person.id)) return;
    drawn.add(person.id);
    lines.push({ person, depth, isInCircle });
    for (const report of reports.get(person.id) ?? []) draw(report, depth + 1, false);
  };
  for (const person of people) if (!below.has(person.id)) draw(person, 0, false);
  for (const person of people) draw(person, 0, true);
  return lines;
}

/** Whether a person who reported to `managerId` would, in the end, report to themselves. */
export function goesInCircle(people: readonly Reporting[], personId: string, managerId: string): boolean {
  const managers = new Map(people.map(({ id, reportsTo }) => [id, reportsTo]));
  const seen = new Set<string>();
  for (let at: string | null = managerId; at !== null && !seen.has(at); at = managers.get(at) ?? null) {
    if (at === personId) return true;
    seen.add(at);
  }
  return false;
}
