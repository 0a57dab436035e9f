import { Toggle } from "@hubspot/ui-extensions";
import { weekdays, type Settings } from "@keyline/domain";
import { ChoiceField, Column, Columns, OptionField, PersonField, TextField, useHost } from "@keyline/ui";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

/** Who may change what, who hears of what was missed, and how reminders reach people. */
export function PeopleSection(props: SectionProps) {
  const { say } = useHost();
  const editors = [
    { value: "everyone", label: say("editEveryone") },
    { value: "team", label: say("editTeam") },
  ] as const satisfies readonly { value: Settings["whoMayEdit"]; label: string }[];
  return (
    <SectionForm section="people" {...props}>
      {({ values, change, errorAt }) => {
        const escalation = (changed: Partial<Settings["escalation"]>) =>
          change({ escalation: { ...values.escalation, ...changed } });
        const digest = (changed: Partial<Settings["digest"]>) => change({ digest: { ...values.digest, ...changed } });
        return (
          <>
            <OptionField
              name="whoMayEdit"
              label={say("whoMayEdit")}
              options={editors}
              value={values.whoMayEdit}
              onChange={(whoMayEdit) => change({ whoMayEdit })}
            />
            <Column>
              <Toggle
                name="escalation"
                label={say("escalationOn")}
                checked={values.escalation.enabled}
                onChange={(enabled) => escalation({ enabled })}
              />
            </Column>
            <PersonField
              name="fallbackOwner"
              label={say("escalationFallback")}
              people={props.answer.owners}
              value={values.escalation.fallbackOwnerId}
              error={errorAt("escalation.fallbackOwnerId")}
              onChange={(id) => escalation({ fallbackOwnerId: id })}
            />
            <Column>
              <Toggle
                name="digest"
                label={say("digestOn")}
                checked={values.digest.enabled}
                onChange={(enabled) => digest({ enabled })}
              />
            </Column>
            {values.digest.enabled && (
              <Columns>
                <ChoiceField
                  name="digestDay"
                  label={say("digestDay")}
                  choices={weekdays}
                  value={values.digest.weekday}
                  onChange={(weekday) => digest({ weekday })}
                />
                <TextField
                  name="digestTime"
                  label={say("digestTime")}
                  value={values.digest.time}
                  error={errorAt("digest.time")}
                  onChange={(time) => digest({ time: time.trim() })}
                />
              </Columns>
            )}
            <TextField
              name="taskQueue"
              label={say("taskQueue")}
              help={say("taskQueueHelp")}
              value={values.taskQueueId ?? ""}
              error={errorAt("taskQueueId")}
              onChange={(id) => change({ taskQueueId: id.trim() || null })}
            />
          </>
        );
      }}
    </SectionForm>
  );
}
