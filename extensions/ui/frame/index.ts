export { CardFrame } from "./CardFrame.tsx";
export { Conflict } from "./Conflict.tsx";
export { ConflictAlert } from "./ConflictAlert.tsx";
export { FieldConflict } from "./FieldConflict.tsx";
export { failureStates } from "./failure-states.ts";
export { Failure } from "./Failure.tsx";
export { WriteProblem } from "./WriteProblem.tsx";
