import { backend } from "./backend.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { planCheckIns } from "./plan-check-ins.ts";
import { provisionCommand } from "./provision.ts";
import { recalculateCommand } from "./recalculate.ts";

export type { Command } from "./command.ts";

/** Every command of `npx keyline`. */
export const commands: readonly Command[] = [provisionCommand, doctor, planCheckIns, recalculateCommand, backend];
