/**
 * Lets the card's `Date` follow the sandbox's clock: HubSpot and the person's browser share one time, so here they must too.
 */
export function followClock(offsetMs: number): void {
  const RealDate = Date;
  class PortalDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      // The other forms of the constructor take numbers only; the cast keeps them whole.
      super(...((given.length === 0 ? [PortalDate.now()] : given) as [number]));
    }
    static override now() {
      return RealDate.now() + offsetMs;
    }
  }
  globalThis.Date = PortalDate as DateConstructor;
}
