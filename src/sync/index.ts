export { hubspotEvents } from "./events.ts";
export { openIntake, type Intake } from "./inbox.ts";
export { syncPerformances, wakeSync } from "./jobs.ts";
