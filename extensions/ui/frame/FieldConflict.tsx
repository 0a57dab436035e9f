import type { Problem } from "@keyline/domain";
import type { z } from "zod";
import type { Edit } from "../fields/index.ts";
import { useHost } from "../host/index.ts";
import { Conflict } from "./Conflict.tsx";

interface Props<T extends object> {
  problem: Problem | null;
  /** Reads what a conflict says that stands there now: the fields in question. */
  found: z.ZodType<Partial<T>>;
  edit: Edit<T>;
  /** How each field and its value are called. */
  texts: { readonly [K in keyof T]: (value: T[K]) => string };
  labels: Readonly<Record<keyof T, string>>;
  /** Sends again, with what was seen by now. */
  onUseMine: (seen: T) => void;
  onKeepTheirs: () => void;
}

/** Somebody else changed the same fields: each with both values, and the person decides. Nothing typed is lost. */
export function FieldConflict<T extends object>(props: Props<T>) {
  const { problem, found, edit, texts, labels, onUseMine, onKeepTheirs } = props;
  const { line, say } = useHost();
  if (problem?.code !== "conflict") return null;
  const read = found.safeParse(problem.found ?? {});
  const theirs: Partial<T> = read.success ? read.data : {};
  const fields = (Object.keys(theirs) as (keyof T)[]).filter((field) => labels[field] !== undefined);
  const told = (values: Partial<T>) =>
    line(
      fields.map((field) =>
        say("fieldIs", { field: labels[field], value: texts[field](values[field] as T[typeof field]) }),
      ),
      "comma",
    );
  return (
    <Conflict
      theirs={told(theirs)}
      mine={told(edit.values)}
      onUseMine={() => onUseMine(edit.accept(theirs))}
      onKeepTheirs={() => {
        edit.takeTheirs(theirs);
        onKeepTheirs();
      }}
    />
  );
}
