export { planActions } from "./cards/index.ts";
