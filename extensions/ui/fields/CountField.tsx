import { NumberField, type NumberFieldProps } from "./NumberField.tsx";

/** A number of days, accounts or points; null while the field is empty. */
export function CountField({ min = 0, ...rest }: NumberFieldProps) {
  return <NumberField {...rest} min={min} />;
}
