export { clockTime, dateFormat, dayIn, monthName, type DateFormat } from "./dates.ts";
export { speechOf, type Speech } from "./locale.ts";
export { majorUnits, numberFormat, type NumberFormat } from "./numbers.ts";
