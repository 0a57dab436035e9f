import type { ReactNode } from "react";
import { Alert, Button, Text } from "@hubspot/ui-extensions";
import type { NeedPerson } from "@keyline/domain";
import { Column, Columns, Row, apart, useHost } from "@keyline/ui";
import { AddNeed } from "./AddNeed.tsx";
import type { Gap, Gaps } from "./find-needs.ts";
import type { NeedsProps } from "./NeedsBody.tsx";
import { PlanNeeds } from "./PlanNeeds.tsx";

interface Props extends NeedsProps {
  gaps: Gaps;
  /** Leaves only these needs in the list. */
  onShow: (gap: Gap) => void;
}

/** So many are named; the list has them all. */
const named = 3;

/** What is missing, most pressing first: risk that nobody works on, needs that may be stale, people we have not asked. */
export function GapsAlert({ gaps, onShow, ...props }: Props) {
  const { say } = useHost();
  const { unserved, stale, unheard } = gaps;
  const { access, staleAfterDays } = props.answer;
  const namesOf = useNames();
  const [asked] = unheard;
  if (unserved.length + stale.length + unheard.length === 0) return null;
  const show = (gap: Gap) => (
    <Button size="xs" variant="secondary" onClick={() => onShow(gap)}>
      {say("needsShow")}
    </Button>
  );
  return (
    <Alert variant={unserved.length > 0 ? "warning" : "info"} title={say("needsGapsTitle")}>
      <Column gap="xs" fills>
        {unserved.length > 0 && (
          <GapLine text={say("needsGapUnserved", { count: unserved.length, names: namesOf(unserved) })}>
            {access.canWrite ? <PlanNeeds {...props} needs={unserved} /> : show("unserved")}
          </GapLine>
        )}
        {stale.length > 0 && (
          <GapLine
            text={say("needsGapStale", {
              count: stale.length,
              names: namesOf(stale),
              days: say("needsDays", { count: staleAfterDays }),
            })}
          >
            {show("stale")}
          </GapLine>
        )}
        {asked && (
          <GapLine text={say("needsGapUnheard", { count: unheard.length, names: namesOf(unheard) })}>
            {access.canWrite && <AskWhoDecides {...props} person={asked} />}
          </GapLine>
        )}
      </Column>
    </Alert>
  );
}

function GapLine({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Columns gap="small" shares={[5, 1]}>
      <Text>{text}</Text>
      <Row justify="end">{children}</Row>
    </Columns>
  );
}

/** Opens the form with the first of those whose needs nobody knows. */
function AskWhoDecides({ person, ...props }: NeedsProps & { person: NeedPerson }) {
  return <AddNeed {...props} voicedById={person.id} id="keyline-add-need-of-person" />;
}

function useNames() {
  const { say, locale } = useHost();
  const list = new Intl.ListFormat(locale);
  return (all: readonly { name: string }[]) => {
    const names = all.slice(0, named).map(({ name }) => apart(name));
    const more = all.length - names.length;
    return list.format(more > 0 ? [...names, say("needsMore", { count: more })] : names);
  };
}
