import { Alert, Text } from "@hubspot/ui-extensions";
import type { SettingsAnswer } from "@keyline/domain";
import { CardFrame, Column, SideTabs, useBackend, useHost } from "@keyline/ui";
import { CalendarSection } from "./CalendarSection.tsx";
import { InstallationSection } from "./InstallationSection.tsx";
import { LanguageSection } from "./LanguageSection.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import { RenewalsSection } from "./RenewalsSection.tsx";
import { RhythmsSection } from "./RhythmsSection.tsx";
import { ScoresSection } from "./ScoresSection.tsx";
import { TargetsSection } from "./TargetsSection.tsx";
import { TypesSection } from "./TypesSection.tsx";

/** How are accounts run here? One section for each thing that an administrator decides. */
export function SettingsBody() {
  const read = useBackend("settings");
  return <CardFrame read={read}>{(answer) => <Sections answer={answer} onSaved={read.replace} />}</CardFrame>;
}

/** Every section is given this. */
export interface SectionProps {
  answer: SettingsAnswer;
  onSaved: (settings: SettingsAnswer) => void;
}

function Sections(props: SectionProps) {
  const { say } = useHost();
  const { isSpoilt, accounts } = props.answer;
  return (
    <Column gap="medium" fills>
      <Column gap="flush">
        <Text format={{ fontWeight: "bold" }}>{say("settingsTitle")}</Text>
        {accounts !== null && <Text variant="microcopy">{say("settingsAccounts", { count: accounts })}</Text>}
      </Column>
      {isSpoilt && (
        <Alert variant="warning" title={say("notSavedTitle")}>
          <Text>{say("settingsSpoilt")}</Text>
        </Alert>
      )}
      <SideTabs
        tabs={[
          { id: "calendar", title: say("sectionCalendar"), body: () => <CalendarSection {...props} /> },
          { id: "rhythms", title: say("sectionRhythms"), body: () => <RhythmsSection {...props} /> },
          { id: "types", title: say("sectionTypes"), body: () => <TypesSection {...props} /> },
          { id: "scores", title: say("sectionScores"), body: () => <ScoresSection {...props} /> },
          { id: "targets", title: say("sectionTargets"), body: () => <TargetsSection {...props} /> },
          { id: "renewals", title: say("sectionRenewals"), body: () => <RenewalsSection {...props} /> },
          { id: "people", title: say("sectionPeople"), body: () => <PeopleSection {...props} /> },
          { id: "language", title: say("sectionLanguage"), body: () => <LanguageSection {...props} /> },
          { id: "installation", title: say("sectionInstallation"), body: () => <InstallationSection /> },
        ]}
      />
    </Column>
  );
}
