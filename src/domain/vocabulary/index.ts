export * from "./accounts.ts";
export * from "./check-ins.ts";
export * from "./define-choices.ts";
export * from "./metrics.ts";
export * from "./needs.ts";
export * from "./people.ts";
export * from "./plans.ts";
export * from "./signals.ts";
