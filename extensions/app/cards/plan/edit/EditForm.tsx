import { Form, LoadingButton } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import type { Problem } from "@keyline/domain";
import { Column, Conflict, Row, WriteProblem, useHost } from "@keyline/ui";
import type { Edit } from "./use-edit.ts";

interface Props<Values extends object> {
  edit: Edit<Values>;
  problem: Problem | null;
  isSending: boolean;
  /** A field as people call it, and its value as they would say it. */
  labelOf: (field: keyof Values) => string;
  textOf: (field: keyof Values, values: Partial<Values>) => string;
  onSubmit: () => void;
  children: ReactNode;
}

/** What every form of the plan has: what went wrong, what somebody else changed meanwhile, and the one button. */
export function EditForm<Values extends object>(props: Props<Values>) {
  const { edit, problem, isSending, labelOf, textOf, onSubmit, children } = props;
  const { say } = useHost();
  const clashing = Object.keys(edit.found) as (keyof Values)[]; // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys
  return (
    <Form onSubmit={onSubmit}>
      <Column fills>
        <WriteProblem problem={problem} />
        {clashing.map((field) => (
          <Conflict
            key={String(field)}
            what={labelOf(field)}
            theirs={textOf(field, edit.found)}
            mine={textOf(field, edit.values)}
            onUseMine={() => edit.resolve(field, "mine")}
            onKeepTheirs={() => edit.resolve(field, "theirs")}
          />
        ))}
        {children}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
