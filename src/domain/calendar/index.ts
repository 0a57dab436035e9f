export * from "./holidays/index.ts";
export * from "./plain-date.ts";
export * from "./weekdays.ts";
export * from "./working-calendar.ts";
