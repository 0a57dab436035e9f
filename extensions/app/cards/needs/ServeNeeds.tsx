import { useState } from "react";
import { Select, Text } from "@hubspot/ui-extensions";
import type { NeedRow, NeedsAnswer } from "@keyline/domain";
import { Column, ServeNeedForm, useHost, withCompany } from "@keyline/ui";

interface Props {
  answer: NeedsAnswer;
  needs: readonly NeedRow[];
  /** Closed once all of them are served. */
  panelId: string;
  /** One more is served. */
  again: () => void;
}

/** One initiative after the other for needs that have none. */
export function ServeNeeds({ needs, answer, panelId, again }: Props) {
  const host = useHost();
  const { say, actions } = host;
  const [served, setServed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const left = needs.filter(({ key }) => !served.has(key));
  const need = left.find(({ key }) => key === chosen) ?? left[0];
  if (!need) return <Text>{say("needsPlanned")}</Text>;
  return (
    <Column fills>
      <Select
        name="need"
        label={say("needsPlanFor", { count: left.length })}
        value={need.key}
        options={left.map(({ key, name, companyId }) => ({
          label: withCompany(name, companyId, answer.family, host),
          value: key,
        }))}
        onChange={(key) => setChosen(String(key))}
      />
      <ServeNeedForm
        key={need.key}
        need={need}
        today={answer.today}
        owners={answer.owners}
        ownerId={answer.leadManagerId}
        onServed={() => {
          setServed((before) => new Set([...before, need.key]));
          if (left.length === 1) actions.closeOverlay(panelId);
          again();
        }}
      />
    </Column>
  );
}
