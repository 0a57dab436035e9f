import { Accordion, EmptyState, Form, Heading, LoadingButton, Text } from "@hubspot/ui-extensions";
import {
  accountTypes,
  tiers,
  type AccountType,
  type CheckInsAnswer,
  type ManagingOptions,
  type PlainDate,
  type Tier,
} from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { ChoiceField, PersonField, useDraft } from "../fields/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { RhythmFields, type RhythmValues } from "./RhythmFields.tsx";

interface Props {
  options: ManagingOptions;
  today: PlainDate;
  canWrite: boolean;
  /** Without the picture, for the sidebar. */
  isSmall?: boolean;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** A company that is not managed yet: what managing brings, and the small form that begins it. */
export function StartManaging({ options, today, canWrite, isSmall = false, onWritten }: Props) {
  const { say } = useHost();
  return (
    <Column gap="medium" fills>
      {isSmall ? (
        <Column gap="xs">
          <Heading>{say("notManagedTitle")}</Heading>
          <Text variant="microcopy">{say("notManagedText")}</Text>
        </Column>
      ) : (
        <EmptyState title={say("notManagedTitle")} layout="vertical" imageName="meetings" imageWidth={100} flush>
          <Text>{say("notManagedText")}</Text>
        </EmptyState>
      )}
      {canWrite && <StartForm options={options} today={today} onWritten={onWritten} />}
    </Column>
  );
}

function StartForm({ options, today, onWritten }: Pick<Props, "options" | "today" | "onWritten">) {
  const { say, actions } = useHost();
  const write = useWrite("startManaging");
  const { values, change } = useDraft(() => initialDraft(options));
  const { type, tier, rhythm, leadManagerId } = values;

  const submit = async () => {
    const answer = await write.send({ type, tier, rhythm, leadManagerId });
    if (!answer) return;
    actions.addAlert({ type: "success", message: say("managingStarted") });
    actions.refreshObjectProperties();
    onWritten(answer.checkIns);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <ChoiceField
          name="type"
          label={say("accountType")}
          choices={accountTypes}
          value={type}
          required
          error={write.errorAt("type")}
          onChange={(chosen) => change({ type: chosen, ...defaultsOf(chosen, options, rhythm.startsOn) })}
        />
        <RhythmFields
          values={rhythm}
          onChange={(changed) => change({ rhythm: changed })}
          workingDays={options.workingDays}
          today={today}
          errorAt={write.errorAt}
        />
        <Accordion title={say("more")} size="xs">
          <Column fills>
            <ChoiceField
              name="tier"
              label={say("tier")}
              choices={tiers}
              value={tier}
              error={write.errorAt("tier")}
              onChange={(chosen) => change({ tier: chosen })}
            />
            <PersonField
              name="leadManager"
              label={say("leadManager")}
              people={options.owners}
              value={leadManagerId}
              error={write.errorAt("leadManagerId")}
              onChange={(id) => change({ leadManagerId: id })}
            />
          </Column>
        </Accordion>
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("startManaging")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}

interface StartDraft {
  type: AccountType;
  tier: Tier | null;
  rhythm: RhythmValues;
  leadManagerId: string | null;
}

function initialDraft(options: ManagingOptions): StartDraft {
  const type = options.suggestedType ?? options.byType[0]?.type ?? "sales";
  const { suggestedLeadManagerId: leadManagerId, suggestedStart } = options;
  return { type, leadManagerId, ...defaultsOf(type, options, suggestedStart) };
}

/** What the portal's settings give an account of this type. */
function defaultsOf(type: AccountType, { byType }: ManagingOptions, startsOn: PlainDate) {
  const found = byType.find((defaults) => defaults.type === type);
  const { name, rule } = found?.rhythm ?? { name: "monthly" as const, rule: null };
  return { tier: found?.tier ?? null, rhythm: { name, rule, startsOn } };
}
