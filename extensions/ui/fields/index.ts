export { ChoiceField } from "./ChoiceField.tsx";
export { DateField, fromInput, toInput } from "./DateField.tsx";
export { MoneyField } from "./MoneyField.tsx";
export { PersonField } from "./PersonField.tsx";
export { TextField } from "./TextField.tsx";
export { useDraft, type Draft } from "./use-draft.ts";
