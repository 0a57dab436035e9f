import { Text } from "@hubspot/ui-extensions";
import { CardFrame, periodText, useBackend, useHost } from "@keyline/ui";
import { AddPanel } from "../../plan/edit/AddPanel.tsx";
import { StartNextForm } from "../../plan/life/StartNextForm.tsx";

interface Props {
  onWritten: () => void;
}

const panelId = "keyline-next-from-summary";

/** The button and its panel: the plan of the next period, from the one that ends. It is read once the panel opens. */
export function PrepareNextPlan(props: Props) {
  const { say } = useHost();
  return (
    <AddPanel isPrimary panelId={panelId} title={say("prepareNext")} label={say("prepareNext")}>
      <NextPlan {...props} />
    </AddPanel>
  );
}

function NextPlan({ onWritten }: Props) {
  const host = useHost();
  const read = useBackend("plan");
  return (
    <CardFrame read={read}>
      {(answer) => {
        const { plan } = answer;
        if (!plan?.next) return <Text>{host.say("prepareInTab")}</Text>;
        const period = periodText(plan.next.period, host);
        if (plan.next.key !== null) return <Text>{host.say("nextStarted", { period })}</Text>;
        return <StartNextForm answer={answer} plan={plan} panelId={panelId} period={period} onWritten={onWritten} />;
      }}
    </CardFrame>
  );
}
