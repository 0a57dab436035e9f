import { Problem } from "@keyline/domain";

export function notInstalledIn(portalId: string): Problem {
  return new Problem("not-installed", `Keyline is not installed in portal ${portalId}.`);
}
