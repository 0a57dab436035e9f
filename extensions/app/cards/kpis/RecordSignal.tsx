import {
  Button,
  Checkbox,
  Form,
  LoadingButton,
  Panel,
  PanelBody,
  PanelSection,
  ToggleGroup,
} from "@hubspot/ui-extensions";
import {
  signalKinds,
  testimonialKinds,
  type KpisAnswer,
  type PlainDate,
  type RecordSignal as Request,
} from "@keyline/domain";
import { Column, DateField, PersonField, Row, TextField, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";

interface Props {
  kind: "referral" | "testimonial";
  answer: KpisAnswer;
  /** One button of the card is. */
  isPrimary: boolean;
  onWritten: (kpis: KpisAnswer) => void;
}

/** Two clicks record that the customer referred or praised us: the form opens filled, everything but the day may stay empty. */
export function RecordSignal({ isPrimary, ...props }: Props) {
  const { say } = useHost();
  const name = say(props.kind === "referral" ? "recordReferral" : "recordTestimonial");
  const id = `keyline-record-${props.kind}`;
  return (
    <Button
      variant={isPrimary ? "primary" : "secondary"}
      size="sm"
      overlay={
        <Panel id={id} title={name} variant="modal">
          <PanelBody>
            <PanelSection>
              <SignalForm {...props} id={id} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {name}
    </Button>
  );
}

interface Draft {
  kind: Request["kind"];
  happenedOn: PlainDate;
  contactId: string | null;
  about: string;
  quote: string;
  mayBeQuoted: boolean;
}

function SignalForm({ kind, answer, onWritten, id }: Omit<Props, "isPrimary"> & { id: string }) {
  const { say, language, actions } = useHost();
  const write = useWrite("recordSignal");
  const { today, contacts, period } = answer;
  const { values, set, reset } = useDraft<Draft>(() => ({
    kind,
    happenedOn: today,
    contactId: null,
    about: "",
    quote: "",
    mayBeQuoted: false,
  }));
  const isReferral = kind === "referral";

  const submit = async () => {
    const { about, quote, mayBeQuoted, ...others } = values;
    const written = await write.send({
      ...others,
      shown: period.key,
      about: about || null,
      quote: quote || null,
      mayBeQuoted: quote !== "" && mayBeQuoted,
    });
    if (!written) return;
    reset();
    actions.addAlert({ type: "success", message: say("kpiRecorded") });
    actions.refreshObjectProperties();
    actions.closeOverlay(id);
    onWritten(written.kpis);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {!isReferral && (
          <ToggleGroup
            name="kind"
            label={say("kpiSignalKind")}
            toggleType="radioButtonList"
            value={values.kind}
            options={testimonialKinds.map((one) => ({ value: one, label: signalKinds.label(one, language) }))}
            onChange={(chosen) => {
              const one = testimonialKinds.find((known) => known === chosen);
              if (one) set("kind", one);
            }}
          />
        )}
        <DateField
          name="happenedOn"
          label={say("kpiHappenedOn")}
          value={values.happenedOn}
          max={today}
          required
          error={write.errorAt("happenedOn")}
          onChange={(date) => set("happenedOn", date)}
        />
        <PersonField
          name="contactId"
          label={say(isReferral ? "kpiReferredBy" : "kpiSaidBy")}
          people={contacts}
          value={values.contactId}
          onChange={(contactId) => set("contactId", contactId)}
        />
        <TextField
          name="about"
          label={say(isReferral ? "kpiReferredTo" : "kpiAbout")}
          value={values.about}
          error={write.errorAt("about")}
          onChange={(about) => set("about", about)}
        />
        <TextField
          name="quote"
          label={say("kpiQuote")}
          value={values.quote}
          rows={3}
          error={write.errorAt("quote")}
          onChange={(quote) => set("quote", quote)}
        />
        {!isReferral && (
          <Checkbox
            name="mayBeQuoted"
            checked={values.mayBeQuoted}
            onChange={(isTicked) => set("mayBeQuoted", isTicked)}
          >
            {say("kpiMayBeQuoted")}
          </Checkbox>
        )}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
