/** What becomes of an edit when it meets what stands there now. */
export interface MergedEdit<T extends object> {
  /** What has to be written: the person's own changes. */
  readonly change: Partial<T>;
  /** Fields that somebody else has changed meanwhile to something else, as they stand now. Null: there are none. */
  readonly clash: Partial<T> | null;
}

/**
 * Three versions of one form: what the person saw, what they want, what stands. A field left as it was is not touched,
 * so that two people who change different fields do not stand in each other's way.
 */
export function mergeEdit<T extends object>(seen: T, wanted: T, stands: T): MergedEdit<T> {
  const change: Partial<T> = {};
  const clash: Partial<T> = {};
  for (const field of Object.keys(wanted) as (keyof T)[]) {
    const isMine = !isSame(wanted[field], seen[field]);
    if (!isMine || isSame(wanted[field], stands[field])) continue;
    if (isSame(stands[field], seen[field])) change[field] = wanted[field];
    else clash[field] = stands[field];
  }
  return { change, clash: Object.keys(clash).length > 0 ? clash : null };
}

/** No text and an empty one are the same to a person. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(filled(one)) === JSON.stringify(filled(other));
}

function filled(value: unknown): unknown {
  return value === "" || value === undefined ? null : value;
}
