import type { Declared } from "../define-object.ts";
import { checkIn } from "./check-in.ts";
import { company } from "./company.ts";
import { task } from "./task.ts";

export * from "./check-in.ts";
export * from "./company.ts";
export * from "./task.ts";

/** Everything that provisioning makes in a portal. A new object or extension is added here. */
export const declarations: readonly Declared[] = [company, task, checkIn];
