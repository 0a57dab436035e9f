export { ServeNeedForm } from "./ServeNeedForm.tsx";
