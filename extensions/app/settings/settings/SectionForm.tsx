import { useState, type ReactNode } from "react";
import { Alert, Form, LoadingButton, Text } from "@hubspot/ui-extensions";
import { effectsOf, foundSettings, type Settings, type SettingsSection } from "@keyline/domain";
import { Column, ConflictAlert, Row, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { effectText } from "./effect-text.ts";
import type { SectionProps } from "./SettingsBody.tsx";

export interface Fields {
  values: Settings;
  change: (changed: Partial<Settings>) => void;
  /** What is wrong with a setting, by its dotted path: `leadDays.a`. */
  errorAt: (path: string) => string | undefined;
}

interface Props extends SectionProps {
  section: SettingsSection;
  children: (fields: Fields) => ReactNode;
}

/** One section: its fields, what saving them does, and the button. What somebody else saved meanwhile is shown, not overwritten. */
export function SectionForm({ section, answer, onSaved, children }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("saveSettings");
  const [seen, setSeen] = useState(answer.settings);
  const { values, change } = useDraft<Settings>(() => answer.settings);
  const effects = effectsOf(seen, values);

  const save = async (before: Settings) => {
    const written = await write.send({ section, before, after: values });
    if (!written) return;
    setSeen(written.settings.settings);
    actions.addAlert({ type: "success", message: say("settingsSaved") });
    onSaved(written.settings);
  };
  const found = write.problem?.code === "conflict" ? foundSettings.safeParse(write.problem.found).data : undefined;

  return (
    <Form onSubmit={() => void save(seen)}>
      <Column gap="medium" fills>
        <WriteProblem problem={write.problem} />
        {found && (
          <ConflictAlert
            title={say("conflictTitle")}
            onKeepTheirs={() => {
              setSeen(found.settings);
              change(found.settings);
              write.forget();
            }}
            onUseMine={() => void save(found.settings)}
          >
            <Text>{say("settingsConflict")}</Text>
          </ConflictAlert>
        )}
        {children({ values, change, errorAt: (path) => write.errorAt(`after.${path}`) ?? write.errorAt(path) })}
        {effects.length > 0 && (
          <Alert title={say("settingsEffects")}>
            {effects.map((effect) => (
              <Text key={effect}>{effectText(effect, answer.accounts, say)}</Text>
            ))}
          </Alert>
        )}
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending} disabled={effects.length === 0}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
