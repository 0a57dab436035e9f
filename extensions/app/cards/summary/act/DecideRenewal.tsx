import { Form, LoadingButton, Text } from "@hubspot/ui-extensions";
import { accountEdit, renewalOutlooks, type PlainDate, type RenewalOutlook, type SummaryAnswer } from "@keyline/domain";
import {
  ChoiceField,
  Column,
  DateField,
  FieldConflict,
  Row,
  WriteProblem,
  dateFormat,
  useEdit,
  useHost,
  useWrite,
} from "@keyline/ui";
import { AddPanel } from "../../plan/edit/AddPanel.tsx";

interface Props {
  contract: SummaryAnswer["contract"];
  today: PlainDate;
  onWritten: () => void;
}

const panelId = "keyline-decide-renewal";
const foundContract = accountEdit.pick({ outlook: true, noticeBy: true, contractEnds: true });

/** The button and its panel: what becomes of the contract, and the days of the next one. */
export function DecideRenewal(props: Props) {
  const { say } = useHost();
  return (
    <AddPanel isPrimary panelId={panelId} title={say("renewalTitle")} label={say("decideRenewal")}>
      <RenewalForm {...props} />
    </AddPanel>
  );
}

interface Contract {
  outlook: RenewalOutlook | null;
  noticeBy: PlainDate | null;
  contractEnds: PlainDate | null;
}

function RenewalForm({ contract, today, onWritten }: Props) {
  const { say, language, locale, actions } = useHost();
  const write = useWrite("editAccount");
  const edit = useEdit<Contract>(() => ({
    outlook: contract?.outlook ?? null,
    noticeBy: contract?.noticeBy ?? null,
    contractEnds: contract?.ends ?? null,
  }));
  const { values, set } = edit;
  const day = (date: PlainDate | null) => (date ? dateFormat(locale, today).day(date) : say("none"));

  const submit = async (expected = edit.seen) => {
    const written = await write.send({ planKey: null, expected, wanted: values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    onWritten();
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <FieldConflict
          problem={write.problem}
          found={foundContract}
          edit={edit}
          labels={{
            outlook: say("renewalOutlook"),
            noticeBy: say("contractNotice"),
            contractEnds: say("contractEnd"),
          }}
          texts={{
            outlook: (outlook) => (outlook ? renewalOutlooks.label(outlook, language) : say("none")),
            noticeBy: day,
            contractEnds: day,
          }}
          onUseMine={(seen) => void submit(seen)}
          onKeepTheirs={write.forget}
        />
        <Column>
          <Text>{say("renewalText")}</Text>
        </Column>
        <ChoiceField
          name="outlook"
          label={say("renewalOutlook")}
          choices={renewalOutlooks}
          value={values.outlook}
          error={write.errorAt("wanted.outlook")}
          onChange={(outlook) => set("outlook", outlook)}
        />
        <DateField
          name="contractEnds"
          label={say("contractEnd")}
          value={values.contractEnds}
          error={write.errorAt("wanted.contractEnds")}
          onChange={(date) => set("contractEnds", date)}
        />
        <DateField
          name="noticeBy"
          label={say("contractNotice")}
          value={values.noticeBy}
          error={write.errorAt("wanted.noticeBy")}
          onChange={(date) => set("noticeBy", date)}
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
