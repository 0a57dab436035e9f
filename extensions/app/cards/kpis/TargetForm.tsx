import { Button, Form, LoadingButton, NumberInput, Select, Text } from "@hubspot/ui-extensions";
import {
  accountTypes,
  foundTarget,
  minorOf,
  periodKinds,
  type KpiFigure,
  type KpisAnswer,
  type KpiTarget,
  type PeriodKind,
} from "@keyline/domain";
import { Column, Conflict, Row, WriteProblem, majorUnits, useDraft, useHost, useWrite } from "@keyline/ui";
import { isCeiling, isShared, targetText } from "./figure-text.ts";

interface Props {
  figure: KpiFigure;
  answer: KpisAnswer;
  onWritten: (kpis: KpisAnswer) => void;
}

/** What this account aims at: its own target, with its type's beside it. Without an own one, the type's counts. */
export function TargetForm({ figure, answer, onWritten }: Props) {
  const host = useHost();
  const { say, language } = host;
  const { typeTarget } = figure;
  const { type, currency, access } = answer;
  const typeName = type && accountTypes.label(type, language);
  const usual = typeTarget
    ? say("kpiTypeTarget", { type: typeName ?? "", target: targetText(typeTarget, figure, currency, host) })
    : typeName
      ? say("kpiTypeNoTarget", { type: typeName })
      : say("kpiNoType");
  return (
    <Column fills>
      <Column gap="flush">
        <Text format={{ fontWeight: "demibold" }}>{say("kpiTarget")}</Text>
        <Text variant="microcopy">{usual}</Text>
      </Column>
      {access.canWrite ? (
        <OwnTarget key={JSON.stringify(figure.ownTarget)} figure={figure} answer={answer} onWritten={onWritten} />
      ) : (
        <Column>
          <Text>
            {figure.ownTarget
              ? say("kpiOwnTarget", { target: targetText(figure.ownTarget, figure, currency, host) })
              : say("kpiNoOwnTarget")}
          </Text>
        </Column>
      )}
    </Column>
  );
}

interface Draft {
  value: number | undefined;
  per: PeriodKind;
}

function OwnTarget({ figure, answer, onWritten }: Props) {
  const host = useHost();
  const { say, language, actions } = host;
  const { metric, unit, ownTarget } = figure;
  const { currency, period } = answer;
  const write = useWrite("setTarget");
  const { values, set } = useDraft<Draft>(() => ({
    value: ownTarget ? inMajor(ownTarget.value) : undefined,
    per: ownTarget?.per ?? period.kind,
  }));
  const found = foundTarget.safeParse(write.problem?.found).data;

  const save = async (target: KpiTarget | null, expected: KpiTarget | null) => {
    const written = await write.send({ shown: period.key, metric, target, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("saved") });
    actions.refreshObjectProperties();
    onWritten(written.kpis);
  };
  // An empty field is no target: the form says so at the field, by the route's own rule.
  const mine: KpiTarget = { per: values.per, value: values.value === undefined ? Number.NaN : inMinor(values.value) };
  const textOf = (target: KpiTarget | null) =>
    target ? targetText(target, figure, currency, host) : say("kpiNoOwnTarget");

  return (
    <Form onSubmit={() => void save(mine, ownTarget)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && (
          <Conflict
            theirs={textOf(found.target)}
            mine={textOf(mine)}
            onUseMine={() => void save(mine, found.target)}
            onKeepTheirs={write.forget}
          />
        )}
        <NumberInput
          name="target"
          label={unit === "money" ? say("kpiOwnIn", { unit: currency }) : say(labelOf())}
          value={values.value}
          {...(write.errorAt("target.value")
            ? { error: true, validationMessage: write.errorAt("target.value") ?? "" }
            : {})}
          onChange={(value) => set("value", value)}
        />
        {isShared(figure) && (
          <Select
            name="per"
            label={say("kpiPer")}
            value={values.per}
            options={periodKinds.values.map((kind) => ({ value: kind, label: periodKinds.label(kind, language) }))}
            onChange={(chosen) => periodKinds.has(chosen) && set("per", chosen)}
          />
        )}
        <Row wrap>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("kpiSaveTarget")}
          </LoadingButton>
          {ownTarget && (
            <Button disabled={write.isSending} onClick={() => void save(null, ownTarget)}>
              {say("kpiRemoveTarget")}
            </Button>
          )}
        </Row>
      </Column>
    </Form>
  );

  function labelOf() {
    if (isCeiling(metric)) return "kpiOwnAtMost";
    return unit === "percent" ? "kpiOwnPercent" : "kpiOwn";
  }

  function inMinor(value: number): number {
    return unit === "money" ? minorOf(value, currency) : value;
  }

  function inMajor(value: number): number {
    return unit === "money" ? majorUnits(value, currency) : value;
  }
}
