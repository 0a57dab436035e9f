export { Family } from "./Family.tsx";
export { withCompany } from "./with-company.ts";
