export * from "./backend/index.ts";
export * from "./check-ins/index.ts";
export * from "./fields/index.ts";
export * from "./format/index.ts";
export * from "./frame/index.ts";
export * from "./host/index.ts";
export * from "./reading/index.ts";
export * from "./strings/index.ts";
