import { Accordion, Form, LoadingButton, Select, ToggleGroup } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, OpenCheckIn } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { DateField, TextField, useDraft } from "../fields/index.ts";
import { Conflict, WriteProblem } from "../frame/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { foundOf, foundText } from "./found.ts";
import { AttendeesField, OutcomeField, PromisesFields } from "./LogFields.tsx";
import { logRequest, openCheckIns, openingDraft, topicsOf } from "./log-draft.ts";
import { RecommendationFields } from "./RecommendationFields.tsx";

interface Props {
  answer: CheckInsAnswer;
  /** Which check-in the form opens with; null for one that nobody had planned. */
  checkInKey: string | null;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

const unplanned = "";

/** A held check-in, written down in under a minute: most is filled when it opens. */
export function LogForm({ answer, checkInKey, onWritten }: Props) {
  const { say, line, language, locale, actions } = useHost();
  const write = useWrite("logCheckIn");
  const { values, set, change, reset } = useDraft(() => openingDraft(answer, checkInKey));
  const dates = dateFormat(locale, answer.today);
  const found = foundOf(write.problem);
  const request = logRequest(values, answer);
  // The one chosen stays a choice although somebody else closed it meanwhile: saving then shows both.
  const choices = [...openCheckIns(answer)];
  if (values.checkIn && !choices.some(({ key }) => key === values.checkIn?.key)) choices.unshift(values.checkIn);
  const topics = topicsOf(answer.brief, say("askRenewal"));

  const submit = async (expected = request.expected) => {
    const written = await write.send({ ...request, expected });
    if (!written) return;
    reset();
    actions.addAlert({ type: "success", message: say("logged") });
    actions.refreshObjectProperties();
    onWritten(written.checkIns);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && values.outcome && (
          <Conflict
            theirs={foundText(found, say, dates, language)}
            mine={foundText({ ...found, heldOn: values.heldOn, outcome: values.outcome }, say, dates, language)}
            onUseMine={() => void submit({ state: found.state, due: found.due })}
            onKeepTheirs={write.forget}
          />
        )}
        <Select
          name="checkIn"
          label={say("logWhich")}
          value={values.checkIn?.key ?? unplanned}
          options={[
            ...choices.map((one) => ({ value: one.key, label: nameOf(one, dates.day(one.due)) })),
            { value: unplanned, label: say("logUnplanned") },
          ]}
          onChange={(chosen) => set("checkIn", choices.find(({ key }) => key === chosen) ?? null)}
        />
        <DateField
          name="heldOn"
          label={say("heldOn")}
          value={values.heldOn}
          max={answer.today}
          required
          error={write.errorAt("heldOn")}
          onChange={(date) => set("heldOn", date)}
        />
        <OutcomeField
          value={values.outcome}
          error={write.errorAt("outcome")}
          onChange={(outcome) => change({ outcome })}
        />
        <AttendeesField
          contacts={answer.contacts}
          value={values.attendeeIds}
          onChange={(ids) => set("attendeeIds", ids)}
        />
        {topics.length > 0 && (
          <ToggleGroup
            name="topics"
            label={say("topics")}
            toggleType="checkboxList"
            value={values.topics}
            options={topics.map((topic) => ({ label: topic, value: topic }))}
            onChange={(ticked) => set("topics", ticked)}
          />
        )}
        <TextField
          name="ownTopics"
          label={say(topics.length > 0 ? "otherTopics" : "topics")}
          help={say("topicsHelp")}
          value={values.ownTopics}
          rows={2}
          error={write.errorAt("topics")}
          onChange={(text) => set("ownTopics", text)}
        />
        <PromisesFields
          promises={values.promised}
          today={answer.today}
          onChange={(promised) => set("promised", promised)}
        />
        <RecommendationFields
          rows={values.recommendations}
          errorAt={write.errorAt}
          onChange={(rows) => set("recommendations", rows)}
        />
        <TextField
          name="obstacles"
          label={say("standingInTheWay")}
          value={values.obstacles}
          rows={2}
          error={write.errorAt("obstacles")}
          onChange={(text) => set("obstacles", text)}
        />
        <Accordion title={say("more")} size="xs">
          <Column fills>
            <TextField
              name="progress"
              label={say("progressSince")}
              value={values.progress}
              rows={2}
              error={write.errorAt("progress")}
              onChange={(text) => set("progress", text)}
            />
            <TextField
              name="notes"
              label={say("notes")}
              value={values.notes}
              rows={2}
              error={write.errorAt("notes")}
              onChange={(text) => set("notes", text)}
            />
          </Column>
        </Accordion>
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("saveLog")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );

  function nameOf({ due, state }: OpenCheckIn, day: string): string {
    const lateness = state === "overdue" ? say("overdueWord") : dates.fromToday(due);
    return line([day, lateness]);
  }
}
