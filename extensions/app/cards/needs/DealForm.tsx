import { Button, Divider, Form, LoadingButton, Select, Text } from "@hubspot/ui-extensions";
import type { NeedRow, PlainDate } from "@keyline/domain";
import {
  Column,
  Conflict,
  DateField,
  MoneyField,
  Row,
  TextField,
  WriteProblem,
  useDraft,
  useHost,
  useWrite,
} from "@keyline/ui";
import { foundOf } from "./found.ts";
import { DealLink } from "./DealCell.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

type Props = NeedsProps & { need: NeedRow };

/** The opportunity that a need is: a new deal, or one that is there already. */
export function DealForm(props: Props) {
  const { say } = useHost();
  const { need, answer } = props;
  const others = dealsFor(need, answer);
  return (
    <Column gap="medium" fills>
      {need.dealId ? <Linked {...props} /> : <NewDeal {...props} />}
      {others.length > 0 && (
        <>
          <Divider />
          <Column>
            <Text format={{ fontWeight: "demibold" }}>{say("needOrExisting")}</Text>
          </Column>
          <ExistingDeal {...props} />
        </>
      )}
    </Column>
  );
}

/** Deals that a need may be tied to: of its own company, or of the one whose card it is. */
function dealsFor(need: NeedRow, { deals }: NeedsProps["answer"]) {
  return deals.filter(
    ({ id, companyId, isOpen, isWon }) =>
      id !== need.dealId && (isOpen || isWon) && (companyId === null || companyId === need.companyId),
  );
}

function NewDeal({ need, answer, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("openDeal");
  const { pipelines, currency } = answer;
  const { values, set } = useDraft(() => ({
    name: need.name,
    amountMinor: null as number | null,
    closesOn: null as PlainDate | null,
    pipelineId: pipelines[0]?.id ?? null,
  }));
  const submit = async () => {
    const written = await write.send({ needKey: need.key, ...values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needDealOpened", { deal: written.deal?.name ?? values.name }) });
    actions.refreshObjectProperties();
    onWritten(written);
  };
  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <TextField
          name="name"
          label={say("needDealName")}
          value={values.name}
          required
          error={write.errorAt("name")}
          onChange={(name) => set("name", name)}
        />
        <MoneyField
          name="amount"
          label={say("needDealAmount")}
          currency={currency}
          value={values.amountMinor}
          error={write.errorAt("amountMinor")}
          onChange={(amount) => set("amountMinor", amount)}
        />
        <DateField
          name="closesOn"
          label={say("needDealCloses")}
          value={values.closesOn}
          error={write.errorAt("closesOn")}
          onChange={(closesOn) => set("closesOn", closesOn)}
        />
        {pipelines.length > 1 && (
          <Select
            name="pipeline"
            label={say("needDealPipeline")}
            {...(values.pipelineId ? { value: values.pipelineId } : {})}
            options={pipelines.map(({ id, label }) => ({ label, value: id }))}
            onChange={(id) => set("pipelineId", String(id))}
          />
        )}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("needOpenDeal")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}

function Linked({ need, answer, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("linkDeal");
  const unlink = async () => {
    const written = await write.send({ needKey: need.key, dealId: null, expectedDealId: need.dealId });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needDealUnlinked") });
    onWritten(written);
  };
  return (
    <Column fills>
      <WriteProblem problem={write.problem} />
      <Row justify="between" wrap>
        <DealLink need={need} answer={answer} />
        <Button size="sm" variant="transparent" disabled={write.isSending} onClick={() => void unlink()}>
          {say("needUnlinkDeal")}
        </Button>
      </Row>
    </Column>
  );
}

function ExistingDeal({ need, answer, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("linkDeal");
  const deals = dealsFor(need, answer);
  const { values, set } = useDraft(() => ({ dealId: deals[0]?.id ?? null }));
  const found = foundOf(write.problem);
  const nameOf = (dealId: string | null) =>
    dealId ? (answer.deals.find(({ id }) => id === dealId)?.name ?? say("needSomeDeal")) : say("none");
  const link = async (expectedDealId: string | null) => {
    const written = await write.send({ needKey: need.key, dealId: values.dealId, expectedDealId });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needDealLinked", { deal: nameOf(values.dealId) }) });
    onWritten(written);
  };
  return (
    <Form onSubmit={() => void link(need.dealId)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && (
          <Conflict
            theirs={nameOf(found.dealId)}
            mine={nameOf(values.dealId)}
            onUseMine={() => void link(found.dealId)}
            onKeepTheirs={write.forget}
          />
        )}
        <Select
          name="deal"
          label={say("needDealOfCompany")}
          {...(values.dealId ? { value: values.dealId } : {})}
          options={deals.map(({ id, name }) => ({ label: name, value: id }))}
          {...(write.errorAt("dealId") ? { error: true, validationMessage: write.errorAt("dealId") ?? "" } : {})}
          onChange={(id) => set("dealId", String(id))}
        />
        <Row>
          <LoadingButton type="submit" loading={write.isSending}>
            {say("needLinkDeal")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
