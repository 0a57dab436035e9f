export { planActions } from "./cards/index.ts";
export { planPeopleActions } from "./people/index.ts";
export { planObjectiveActions } from "./objectives/index.ts";
