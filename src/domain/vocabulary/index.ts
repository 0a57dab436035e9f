export * from "./accounts.ts";
export * from "./check-ins.ts";
export * from "./define-choices.ts";
export * from "./metrics.ts";
