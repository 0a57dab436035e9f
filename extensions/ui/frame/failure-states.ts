import type { ProblemCode } from "@keyline/domain";
import type { PlainKey } from "../strings/index.ts";

interface FailureState {
  title: PlainKey;
  text: PlainKey;
  type: "error" | "support" | "lock";
  /** Trying again may help. */
  retry: boolean;
}

const again = { title: "failedTitle", type: "error", retry: true } as const;
const ask = { type: "lock", retry: false } as const;
const setUp = { type: "support", retry: true } as const;

/** How a card says that it could not be read, for every code a route may answer with. */
export const failureStates: Readonly<Record<ProblemCode, FailureState>> = {
  "not-provisioned": { ...setUp, title: "notProvisionedTitle", text: "notProvisionedText" },
  "tier-too-low": { ...ask, title: "tierTitle", text: "tierText" },
  "missing-scope": { ...ask, title: "scopeTitle", text: "scopeText", retry: true },
  "no-permission": { ...ask, title: "noPermissionTitle", text: "noPermissionText" },
  "not-installed": { ...setUp, title: "notInstalledTitle", text: "notInstalledText" },
  "not-signed": { ...setUp, title: "notInstalledTitle", text: "notInstalledText" },
  archived: { ...ask, title: "archivedTitle", text: "archivedText", type: "support" },
  "not-found": { ...ask, title: "notFoundTitle", text: "notFoundText", type: "support" },
  unavailable: { ...again, text: "offlineText" },
  "rate-limited": { ...again, text: "busyText" },
  "invalid-input": { ...again, text: "failedText" },
  conflict: { ...again, text: "failedText" },
  refused: { ...again, text: "failedText" },
  internal: { ...again, text: "failedText" },
};
