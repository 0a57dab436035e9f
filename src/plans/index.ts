export { planActions } from "./cards/index.ts";
export { planPeopleActions } from "./people/index.ts";
export { planObjectiveActions } from "./objectives/index.ts";
export type { PlanDesk } from "./cards/open-card.ts";
export { readAccount } from "./read-account.ts";
export { openFromTemplate } from "./start/open-from-template.ts";
export { alignRoles, type Aligned } from "./people/align-roles.ts";
