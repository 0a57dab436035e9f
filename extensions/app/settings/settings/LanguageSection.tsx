import { languages, type Language, type Settings } from "@keyline/domain";
import { OptionField, useHost } from "@keyline/ui";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

/** Each language says its own name. */
const names: Record<Language, string> = { en: "English", ar: "العربية" };
const byHubSpot = "";

/** In which language labels and tasks are written; cards follow their reader. */
export function LanguageSection(props: SectionProps) {
  const { say } = useHost();
  const options = languages.map((value) => ({ value, label: names[value] }));
  return (
    <SectionForm section="language" {...props}>
      {({ values, change }) => {
        const { byOwner } = values.language;
        const set = (changed: Partial<Settings["language"]>) =>
          change({ language: { ...values.language, ...changed } });
        return (
          <>
            <OptionField
              name="labels"
              label={say("labelsLanguage")}
              help={say("labelsLanguageHelp")}
              options={options}
              value={values.language.labels}
              onChange={(labels) => set({ labels })}
            />
            <OptionField
              name="tasks"
              label={say("tasksLanguage")}
              help={say("tasksLanguageHelp")}
              options={options}
              value={values.language.tasks}
              onChange={(tasks) => set({ tasks })}
            />
            {props.answer.owners.map(({ id, name }) => (
              <OptionField
                key={id}
                name={`language-${id}`}
                label={say("ownerLanguage", { name })}
                options={[{ value: byHubSpot, label: say("ownerLanguageDefault") }, ...options]}
                value={byOwner[id] ?? byHubSpot}
                onChange={(language) => {
                  const { [id]: _before, ...others } = byOwner;
                  set({ byOwner: language === byHubSpot ? others : { ...others, [id]: language } });
                }}
              />
            ))}
          </>
        );
      }}
    </SectionForm>
  );
}
