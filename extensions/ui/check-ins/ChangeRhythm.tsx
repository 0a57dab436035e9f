import { Button, Form, LoadingButton, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import { tiers, type CheckInsAnswer, type RhythmStanding } from "@keyline/domain";
import { useWrite, type Sent } from "../backend/index.ts";
import { ChoiceField, DateField, PersonField, useDraft } from "../fields/index.ts";
import { Conflict, WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { rhythmText } from "./rhythm-text.ts";
import { RhythmFields } from "./RhythmFields.tsx";
import { foundRhythm } from "./found.ts";
import { StopManaging } from "./StopManaging.tsx";

interface Props {
  answer: CheckInsAnswer;
  rhythm: RhythmStanding;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

const panelId = "keyline-change-rhythm";

/** The button and its panel: rhythm, pause, tier, lead; and the end of managing. */
export function ChangeRhythm(props: Props) {
  const { say } = useHost();
  return (
    <Button
      overlay={
        <Panel id={panelId} title={say("changeRhythm")} variant="modal">
          <PanelBody>
            <PanelSection>
              <RhythmForm {...props} />
            </PanelSection>
            <PanelSection flush>
              <StopManaging {...props} panelId={panelId} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {say("changeRhythm")}
    </Button>
  );
}

function RhythmForm({ answer, rhythm, onWritten }: Props) {
  const { say, language, actions } = useHost();
  const write = useWrite("changeRhythm");
  const { values, change } = useDraft(() => ({
    rhythm: { name: rhythm.name, rule: rhythm.rule, startsOn: rhythm.startsOn },
    pausedFrom: rhythm.pausedFrom,
    pausedUntil: rhythm.pausedUntil,
    tier: answer.tier,
    leadManagerId: answer.leadManager?.id ?? null,
  }));
  const found = foundRhythm(write.problem);

  const send = async (expected: Sent<"changeRhythm">["expected"]) => {
    const written = await write.send({ ...values, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("rhythmChanged") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten(written.checkIns);
  };
  const seen = { name: rhythm.name, rule: rhythm.rule, startsOn: rhythm.startsOn };

  return (
    <Form onSubmit={() => void send(seen)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && (
          <Conflict
            theirs={rhythmText(found, language)}
            mine={rhythmText(values.rhythm, language)}
            onUseMine={() => void send(found)}
            onKeepTheirs={() => {
              change({ rhythm: found });
              write.forget();
            }}
          />
        )}
        <RhythmFields
          values={values.rhythm}
          onChange={(changed) => change({ rhythm: changed })}
          workingDays={answer.managing.workingDays}
          today={answer.today}
          errorAt={write.errorAt}
        />
        <DateField
          name="pausedFrom"
          label={say("pausedFrom")}
          value={values.pausedFrom}
          error={write.errorAt("pausedFrom")}
          onChange={(date) => change({ pausedFrom: date })}
        />
        <DateField
          name="pausedUntil"
          label={say("pausedUntil")}
          help={say("pausedUntilHelp")}
          value={values.pausedUntil}
          error={write.errorAt("pausedUntil")}
          onChange={(date) => change({ pausedUntil: date })}
        />
        <ChoiceField
          name="tier"
          label={say("tier")}
          choices={tiers}
          value={values.tier}
          error={write.errorAt("tier")}
          onChange={(tier) => change({ tier })}
        />
        <PersonField
          name="leadManager"
          label={say("leadManager")}
          people={answer.managing.owners}
          value={values.leadManagerId}
          error={write.errorAt("leadManagerId")}
          onChange={(id) => change({ leadManagerId: id })}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
