export { ChoiceField } from "./ChoiceField.tsx";
export { ChoicesField } from "./ChoicesField.tsx";
export { CountField } from "./CountField.tsx";
export { DateField, fromInput, toInput } from "./DateField.tsx";
export { MoneyField } from "./MoneyField.tsx";
export { OptionField } from "./OptionField.tsx";
export { PersonField } from "./PersonField.tsx";
export { TextField } from "./TextField.tsx";
export { useDraft, type Draft } from "./use-draft.ts";
