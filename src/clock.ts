/** Where "now" comes from. Everything that depends on time takes one. */
export type Now = () => Date;

/** A clock that starts at a moment and runs on with real time. */
export function clockFrom(start: Date): Now {
  const offsetMs = start.getTime() - Date.now();
  return () => new Date(Date.now() + offsetMs);
}
