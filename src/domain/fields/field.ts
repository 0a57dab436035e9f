import type { z } from "zod";
import type { Choices } from "../vocabulary/define-choices.ts";
import type { Words } from "../words.ts";

export type FieldKind =
  "text" | "longText" | "number" | "money" | "date" | "moment" | "choice" | "choices" | "flag" | "owner" | "owners";

/**
 * One declared property. From it come the type, the parser, the HubSpot property and the form.
 * HubSpot carries every value as text: `fromText` and `toText` are each other's inverse on valid values.
 */
export interface Field<T, Required extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly label: Words;
  readonly help?: Words | undefined;
  readonly required: Required;
  /** Unique in HubSpot (`hasUniqueValue`): can be set only when the property is created. */
  readonly unique: boolean;
  /** HubSpot has this property by itself (`hubspot_owner_id`): provisioning leaves it alone. */
  readonly builtIn: boolean;
  readonly choices?: Choices | undefined;
  /** Validates the typed value; forms and routes use it. */
  readonly schema: z.ZodType<T>;
  /** Parses HubSpot's text (never empty: empty means no value). Returns undefined when it is no valid value. */
  fromText(text: string): T | undefined;
  toText(value: T): string;
}

export interface FieldOptions<Required extends boolean = boolean> {
  label: Words;
  help?: Words;
  required?: Required;
  unique?: boolean;
  builtIn?: boolean;
}

export type AnyField = Field<any>; // oxlint-disable-line typescript/no-explicit-any -- fields of every type stand in one record

type Codec<T> = Pick<Field<T>, "kind" | "schema" | "fromText" | "toText"> & { choices?: Choices };

/** Puts a kind's parser together with what the declaration says of this one field. */
export function field<T, R extends boolean>(codec: Codec<T>, options: FieldOptions<R>): Field<T, R> {
  return {
    ...codec,
    label: options.label,
    help: options.help,
    required: (options.required ?? false) as R,
    unique: options.unique ?? false,
    builtIn: options.builtIn ?? false,
  };
}
