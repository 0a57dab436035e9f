import { backend } from "./backend.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { planCheckIns } from "./plan-check-ins.ts";
import { provisionCommand } from "./provision.ts";
import { recalculateCommand } from "./recalculate.ts";
import { reconcileCommand } from "./reconcile.ts";
import { rotateKeys } from "./rotate-keys.ts";

export type { Command } from "./command.ts";

/** Every command of `npx keyline`. */
export const commands: readonly Command[] = [
  provisionCommand,
  doctor,
  planCheckIns,
  recalculateCommand,
  reconcileCommand,
  exportCommand,
  rotateKeys,
  backend,
];
