export { calendarPath, paperActions, planPath, type PaperDesk } from "./actions.ts";
export { calendarFile } from "./calendar/calendar-file.ts";
export { noticePage } from "./html/notice-page.ts";
export { paperHeaders } from "./html/document.ts";
export { planPage } from "./plan/plan-page.ts";
