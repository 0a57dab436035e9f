import type { FormInputValues, FormProps } from "@hubspot/ui-extensions";
import { type FormEvent, createContext, useContext, useEffect, useMemo, useRef } from "react";
import { reactionsOf, useOverlays } from "../host/overlays.ts";
import { eventOf } from "./press.tsx";

interface FormValues {
  set(name: string, value: unknown): void;
  forget(name: string): void;
}

const FormContext = createContext<FormValues | null>(null);

/** Collects what its inputs hold, by name and in their own types, and hands it to the card on submit. */
export function Form({ onSubmit, autoComplete = "on", children, testId }: FormProps) {
  const overlays = useOverlays();
  const values = useRef(new Map<string, unknown>());
  const inputs = useMemo<FormValues>(
    () => ({ set: (name, value) => values.current.set(name, value), forget: (name) => values.current.delete(name) }),
    [],
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    // React lets events climb out of a portal: a form in a panel must not submit the form that its button stands in.
    event.stopPropagation();
    const targetValue = Object.fromEntries(values.current) as FormInputValues;
    void onSubmit?.({ ...eventOf("submit"), targetValue }, reactionsOf(overlays));
  }

  return (
    <FormContext.Provider value={inputs}>
      <form className="form" noValidate autoComplete={autoComplete} onSubmit={submit} data-test-id={testId}>
        {children}
      </form>
    </FormContext.Provider>
  );
}

/** Makes an input's value part of the form around it, if there is one. */
export function useFormValue(name: string | undefined, value: unknown): void {
  const form = useContext(FormContext);
  useEffect(() => {
    if (name) form?.set(name, value);
  }, [form, name, value]);
  useEffect(() => () => (name ? form?.forget(name) : undefined), [form, name]);
}
