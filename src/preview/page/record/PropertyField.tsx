import { useId, useState } from "react";
import type { Owner, PropertyDefinition } from "../../crm.ts";
import type { HostFacts } from "../host/host-context.ts";
import type { Words } from "../words.ts";

interface Props {
  definition: PropertyDefinition;
  value: string;
  owners: Owner[];
  facts: HostFacts;
  words: Words;
  onSave: (value: string) => Promise<void>;
}

/** One property as HubSpot's left column shows it: choices to choose from, the rest to click and type. */
export function PropertyField(props: Props) {
  const { definition, value, words, onSave } = props;
  const options = optionsOf(props);
  // Tied by id: a label around a select would have every option in its words.
  const id = useId();
  const isFixed = definition.calculated || definition.modificationMetadata?.readOnlyValue;
  return (
    <div className="property" data-test={`property-${definition.name}`}>
      {options && !isFixed && definition.fieldType !== "checkbox" ? (
        <>
          <label className="property-label" htmlFor={id}>
            {definition.label}
          </label>
          <select id={id} value={value} onChange={(event) => void onSave(event.target.value)}>
            <option value="">--</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </>
      ) : (
        <Typed {...props} isFixed={Boolean(isFixed)} words={words} />
      )}
    </div>
  );
}

function Typed({ definition, value, facts, words, onSave, isFixed }: Props & { isFixed: boolean }) {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    const shown = show(value, definition, facts);
    return (
      <>
        <span className="property-label">{definition.label}</span>
        {isFixed ? (
          <span className="property-value">{shown}</span>
        ) : (
          <button
            type="button"
            className="property-value"
            aria-label={`${words.edit} ${definition.label}`}
            onClick={() => setDraft(value)}
          >
            {shown}
          </button>
        )}
      </>
    );
  }
  const type = definition.type === "date" ? "date" : definition.type === "number" ? "number" : "text";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(draft).then(() => setDraft(null));
      }}
    >
      <label>
        <span className="property-label">{definition.label}</span>
        <input
          type={type}
          step="any"
          autoFocus
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && setDraft(null)}
        />
      </label>
      <div className="property-buttons">
        <button type="submit" className="button button-primary button-xs">
          {words.save}
        </button>
        <button type="button" className="button button-secondary button-xs" onClick={() => setDraft(null)}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function optionsOf({ definition, owners }: Props): { label: string; value: string }[] | null {
  const isOwner = definition.referencedObjectType === "OWNER" || definition.name === "hubspot_owner_id";
  if (isOwner) {
    return owners.map(({ id, firstName, lastName, email }) => ({
      value: id,
      label: `${firstName} ${lastName}`.trim() || email,
    }));
  }
  if (definition.type === "bool" || (definition.type === "enumeration" && definition.options?.length)) {
    return definition.options ?? [];
  }
  return null;
}

/** A value as a person reads it. Dates are days without a zone; codes with many choices show their labels. */
export function show(value: string, definition: PropertyDefinition, { locale, timeZone }: HostFacts): string {
  if (value === "") return "--";
  if (definition.name.endsWith("_id")) return value;
  if (definition.type === "number")
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(value));
  if (definition.type === "date" || definition.type === "datetime") {
    const isDay = definition.type === "date";
    const moment = new Date(/^\d+$/.test(value) ? Number(value) : value);
    if (Number.isNaN(moment.getTime())) return value;
    return new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      ...(!isDay && { hour: "2-digit", minute: "2-digit" }),
      timeZone: isDay ? "UTC" : timeZone,
    }).format(moment);
  }
  if (definition.type === "enumeration") {
    return value
      .split(";")
      .map((one) => definition.options?.find((option) => option.value === one)?.label ?? one)
      .join(", ");
  }
  return value;
}
