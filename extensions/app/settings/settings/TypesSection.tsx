import { accountTypes, planTemplates, reviewRhythms, type Settings } from "@keyline/domain";
import { Columns, CountField, Fact, useHost } from "@keyline/ui";
import { Text } from "@hubspot/ui-extensions";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

const stale = { contact: "staleContact", plan: "stalePlan", need: "staleNeed" } as const;

/** What each type brings, how many a manager carries, and from when on something has gone stale. */
export function TypesSection(props: SectionProps) {
  const { say, language } = useHost();
  return (
    <SectionForm section="types" {...props}>
      {({ values, change, errorAt }) => (
        <>
          <Columns>
            {accountTypes.values.map((type) => (
              <CountField
                key={type}
                name={`accounts-${type}`}
                label={say("accountsPerManager", { type: accountTypes.label(type, language) })}
                min={1}
                value={values.accountsPerManager[type]}
                error={errorAt(`accountsPerManager.${type}`)}
                onChange={(count) =>
                  change({ accountsPerManager: { ...values.accountsPerManager, [type]: count as number } })
                }
              />
            ))}
          </Columns>
          {accountTypes.values.map((type) => {
            const { lines, reviews } = planTemplates[type];
            const rhythm = reviewRhythms.label(reviews, language).toLocaleLowerCase();
            return (
              <Fact key={type} label={say("templateOf", { type: accountTypes.label(type, language) })}>
                <Text>{say("templateBrings", { count: lines.length, rhythm })}</Text>
              </Fact>
            );
          })}
          <Columns>
            {(Object.keys(stale) as (keyof Settings["staleAfterDays"])[]).map((what) => (
              <CountField
                key={what}
                name={`stale-${what}`}
                label={say(stale[what])}
                value={values.staleAfterDays[what]}
                error={errorAt(`staleAfterDays.${what}`)}
                onChange={(days) => change({ staleAfterDays: { ...values.staleAfterDays, [what]: days as number } })}
              />
            ))}
          </Columns>
        </>
      )}
    </SectionForm>
  );
}
