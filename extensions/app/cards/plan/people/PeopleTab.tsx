import { EmptyState, Text } from "@hubspot/ui-extensions";
import { Column, Row, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { AddPeople } from "./AddPeople.tsx";
import { DecidersTable } from "./DecidersTable.tsx";
import { GapsAlert } from "./GapsAlert.tsx";
import { ReportingMap } from "./ReportingMap.tsx";

/** Who decides at the account: who is missing, who is there, and who reports to whom. */
export function PeopleTab(props: PlanTabProps) {
  const { answer, canWrite } = props;
  const { deciders, around, gaps } = answer.people;
  // What could not be read is said above the tabs; here it must not pass for "nobody".
  if (answer.unreadable.includes("people") && deciders.length === 0) return null;
  if (deciders.length === 0) return <NobodyYet {...props} />;
  return (
    <Column gap="medium" fills>
      {gaps.length > 0 && <GapsAlert gaps={gaps} />}
      {canWrite && around.length > 0 && (
        <Row justify="end">
          <AddPeople {...props} />
        </Row>
      )}
      <DecidersTable {...props} />
      <ReportingMap deciders={deciders} around={around} family={answer.family} />
    </Column>
  );
}

function NobodyYet(props: PlanTabProps) {
  const { say } = useHost();
  const hasContacts = props.answer.people.around.length > 0;
  return (
    <EmptyState title={say("noDecidersTitle")} layout="vertical" imageName="contacts" imageWidth={100} flush>
      <Text>{say(hasContacts ? "noDecidersText" : "noContactsText")}</Text>
      {props.canWrite && hasContacts && <AddPeople {...props} />}
    </EmptyState>
  );
}
