export { planActions } from "./cards/index.ts";
export { planPeopleActions } from "./people/index.ts";
