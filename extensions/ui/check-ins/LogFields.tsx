import { MultiSelect, Select, ToggleGroup } from "@hubspot/ui-extensions";
import {
  checkInOutcomes,
  promiseState,
  type CheckInOutcome,
  type Person,
  type PlainDate,
  type Promised,
} from "@keyline/domain";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";
import { whoAndWhen } from "./promise-text.ts";

/** As text, not as pictures: a machine without an emoji font shows these too. */
const faces: Record<CheckInOutcome, string> = { good: "☺\uFE0E", mixed: "😐\uFE0E", poor: "☹\uFE0E" };

interface OutcomeProps {
  value: CheckInOutcome | null;
  error: string | undefined;
  onChange: (outcome: CheckInOutcome) => void;
}

/** How it went: three faces, each with its words. */
export function OutcomeField({ value, error, onChange }: OutcomeProps) {
  const { say, language } = useHost();
  return (
    <ToggleGroup
      name="outcome"
      label={say("howItWent")}
      toggleType="radioButtonList"
      inline
      required
      {...(value ? { value } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      options={checkInOutcomes.values.map((one) => ({
        label: `${faces[one]} ${checkInOutcomes.label(one, language)}`,
        value: one,
      }))}
      onChange={(chosen: string) => checkInOutcomes.has(chosen) && onChange(chosen)}
    />
  );
}

interface AttendeesProps {
  contacts: readonly Person[];
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Few contacts are ticks; many are a list to search in. */
const mostTicks = 6;

export function AttendeesField({ contacts, value, onChange }: AttendeesProps) {
  const { say } = useHost();
  const options = contacts.map(({ id, name }) => ({ label: name, value: id }));
  if (contacts.length === 0) return null;
  if (contacts.length > mostTicks) {
    return (
      <MultiSelect
        name="attendees"
        label={say("whoWasThere")}
        value={value}
        options={options}
        onChange={(ids) => onChange(ids.map(String))}
      />
    );
  }
  return (
    <ToggleGroup
      name="attendees"
      label={say("whoWasThere")}
      toggleType="checkboxList"
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

const promiseWords = { open: "promiseOpen", done: "promiseDone", not_done: "promiseNotDone" } as const;

interface PromisesProps {
  promises: readonly Promised[];
  today: PlainDate;
  onChange: (promises: Promised[]) => void;
}

/** What was promised before: carried out, or not. */
export function PromisesFields({ promises, today, onChange }: PromisesProps) {
  const host = useHost();
  const { say } = host;
  if (promises.length === 0) return null;
  const mark = (marked: Promised, chosen: unknown) => {
    const state = promiseState.safeParse(chosen);
    if (state.success) onChange(promises.map((one) => (one === marked ? { ...one, state: state.data } : one)));
  };
  return (
    <Column fills>
      {promises.map((one) => (
        <Select
          key={`${one.checkInKey} ${one.id}`}
          name={`promise-${one.id}`}
          label={say("promisedBefore", { what: one.what })}
          description={whoAndWhen(one, today, host)}
          value={one.state}
          options={promiseState.options.map((state) => ({ label: say(promiseWords[state]), value: state }))}
          onChange={(chosen) => mark(one, chosen)}
        />
      ))}
    </Column>
  );
}
