import { Accordion, Checkbox, Form, LoadingButton, Select, StatusTag, Text } from "@hubspot/ui-extensions";
import type { PlanAnswer, PlanOffer, PlanStart } from "@keyline/domain";
import {
  Bullets,
  Column,
  MoneyField,
  PersonField,
  Row,
  TextField,
  WriteProblem,
  dateFormat,
  periodText,
  useDraft,
  useHost,
  useWrite,
} from "@keyline/ui";
import { rhythmWords } from "./rhythm-words.ts";

interface Props {
  answer: PlanAnswer;
  start: PlanStart;
  offer: PlanOffer;
  panelId: string;
  onWritten: (plan: PlanAnswer) => void;
}

/** Period, goal, who is responsible, where the account stands: all of it filled already, so that one click creates. */
export function CreateForm({ answer, start, offer, panelId, onWritten }: Props) {
  const host = useHost();
  const { say, actions, locale, numbers, language } = host;
  const write = useWrite("createPlan");
  const { values, set } = useDraft(() => ({
    period: offer.proposed,
    goalMinor: offer.goalMinor,
    ownerId: start.ownerId,
    snapshot: start.snapshot,
    startsManaging: !start.isManaged,
  }));
  const dates = dateFormat(locale, answer.today);
  const periods = offer.periods.map(({ key, endsOn }) => ({
    value: key,
    label: say("periodUntil", { period: periodText(key, host), date: dates.day(endsOn) }),
  }));

  const submit = async () => {
    const created = await write.send({ type: offer.type, ...values, snapshot: values.snapshot.trim() || null });
    if (!created) return;
    const isOurs = created.outcome === "saved";
    actions.addAlert({ type: isOurs ? "success" : "info", message: say(isOurs ? "planCreated" : "planAlreadyThere") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten(created.plan);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <Select
          name="period"
          label={say("planPeriod")}
          value={values.period}
          options={periods}
          required
          {...(write.errorAt("period") ? { error: true, validationMessage: write.errorAt("period") ?? "" } : {})}
          onChange={(chosen) => set("period", String(chosen))}
        />
        <MoneyField
          name="goal"
          label={say("revenueGoal")}
          currency={answer.currency}
          value={values.goalMinor}
          error={write.errorAt("goalMinor")}
          {...goalHelp()}
          onChange={(goalMinor) => set("goalMinor", goalMinor)}
        />
        <PersonField
          name="owner"
          label={say("responsible")}
          people={answer.owners}
          value={values.ownerId}
          error={write.errorAt("ownerId")}
          onChange={(ownerId) => set("ownerId", ownerId)}
        />
        <Column gap="xs" fills>
          <TextField
            name="snapshot"
            label={say("snapshotField")}
            help={say("snapshotHelp")}
            value={values.snapshot}
            rows={5}
            error={write.errorAt("snapshot")}
            onChange={(snapshot) => set("snapshot", snapshot)}
          />
          {values.snapshot === start.snapshot && start.snapshot !== "" && (
            <Row>
              <StatusTag>{say("fromHubSpot")}</StatusTag>
            </Row>
          )}
        </Column>
        {!start.isManaged && (
          <Checkbox
            name="startsManaging"
            checked={values.startsManaging}
            description={say("alsoManageHelp")}
            onChange={(isTicked) => set("startsManaging", isTicked)}
          >
            {say("alsoManage", { rhythm: rhythmWords(offer.checkIns, language) })}
          </Checkbox>
        )}
        <Accordion title={say("whatItBrings")} size="xs">
          <Bullets>
            {offer.brings.map((name) => (
              <Text key={name}>{name}</Text>
            ))}
          </Bullets>
        </Accordion>
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("createPlan")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );

  function goalHelp(): { help?: string } {
    const { lastYearMinor } = start;
    if (offer.goalMinor !== null && values.goalMinor === offer.goalMinor) return { help: say("goalFromRecord") };
    if (lastYearMinor === null) return {};
    return { help: say("lastYearWas", { amount: numbers.money(lastYearMinor, answer.currency) }) };
  }
}
