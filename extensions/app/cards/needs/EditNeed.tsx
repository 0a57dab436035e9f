import { useState } from "react";
import { Form, LoadingButton } from "@hubspot/ui-extensions";
import type { NeedContent, NeedRow } from "@keyline/domain";
import { Column, Conflict, Row, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { contentText } from "./content-text.ts";
import { foundOf } from "./found.ts";
import { NeedFields } from "./NeedFields.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

interface Props extends NeedsProps {
  need: NeedRow;
  content: NeedContent;
}

/** Changes what is written about a need. What somebody else changed in the same field is shown beside, and neither is lost. */
export function EditNeed({ need, content, answer, onWritten }: Props) {
  const host = useHost();
  const { say, actions } = host;
  const write = useWrite("editNeed");
  /** What the person saw. Kept from the opening on: news of the record must not hide a conflict. */
  const [before, setBefore] = useState(content);
  const { values, change } = useDraft(() => content);
  const found = foundOf(write.problem)?.content;

  const submit = async (seen: NeedContent) => {
    const written = await write.send({ needKey: need.key, before: seen, after: values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    onWritten(written);
  };

  return (
    <Form onSubmit={() => void submit(before)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && Object.keys(found).length > 0 && (
          <Conflict
            theirs={contentText(found, answer, host)}
            mine={contentText(mineOf(found), answer, host)}
            onUseMine={() => void submit({ ...before, ...found })}
            onKeepTheirs={() => {
              change(found);
              setBefore((seen) => ({ ...seen, ...found }));
              write.forget();
            }}
          />
        )}
        <NeedFields
          content={values}
          onChange={change}
          answer={answer}
          errorAt={(field) => write.errorAt(`after.${field}`)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );

  function mineOf(theirs: Partial<NeedContent>): Partial<NeedContent> {
    return Object.fromEntries(Object.keys(theirs).map((field) => [field, values[field as keyof NeedContent]])); // oxlint-disable-line typescript/no-unsafe-type-assertion -- keys of the same shape
  }
}
