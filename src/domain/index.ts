export * from "./calendar/index.ts";
export * from "./define-object.ts";
export * from "./fields/index.ts";
export * from "./objects/index.ts";
export * from "./problem.ts";
export * from "./rhythm/index.ts";
export * from "./vocabulary/index.ts";
export * from "./words.ts";
