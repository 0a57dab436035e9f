import { Text } from "@hubspot/ui-extensions";
import { accountTypes, rhythmNames, tiers, type Settings } from "@keyline/domain";
import { ChoiceField, Column, Columns, CountField, OptionField, TextField, useHost } from "@keyline/ui";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

/** How often, how far ahead, how long to wait. */
export function RhythmsSection(props: SectionProps) {
  const { say, language } = useHost();
  const offers = [
    { value: "offer", label: say("contactOffer") },
    { value: "count", label: say("contactCount") },
    { value: "off", label: say("contactOff") },
  ] as const satisfies readonly { value: Settings["contactMade"]; label: string }[];
  return (
    <SectionForm section="rhythms" {...props}>
      {({ values, change, errorAt }) => (
        <>
          <Columns>
            {accountTypes.values.map((type) => (
              <ChoiceField
                key={type}
                name={`rhythm-${type}`}
                label={say("rhythmOfType", { type: accountTypes.label(type, language) })}
                choices={rhythmNames}
                value={values.rhythms[type]}
                error={errorAt(`rhythms.${type}`)}
                onChange={(rhythm) => change({ rhythms: { ...values.rhythms, [type]: rhythm } })}
              />
            ))}
          </Columns>
          <Columns>
            {tiers.values.map((tier) => (
              <CountField
                key={tier}
                name={`leadDays-${tier}`}
                label={say("leadDaysOfTier", { tier: tiers.label(tier, language) })}
                help={say("leadDaysHelp")}
                value={values.leadDays[tier]}
                error={errorAt(`leadDays.${tier}`)}
                onChange={(days) => change({ leadDays: { ...values.leadDays, [tier]: days as number } })}
              />
            ))}
          </Columns>
          <Columns>
            <CountField
              name="graceDays"
              label={say("graceDays")}
              help={say("graceDaysHelp")}
              value={values.graceDays}
              error={errorAt("graceDays")}
              onChange={(days) => change({ graceDays: days as number })}
            />
            <CountField
              name="capacityPerDay"
              label={say("capacityPerDay")}
              help={say("capacityPerDayHelp")}
              min={1}
              value={values.capacityPerDay}
              error={errorAt("capacityPerDay")}
              onChange={(count) => change({ capacityPerDay: count as number })}
            />
            <TextField
              name="dueTime"
              label={say("dueTime")}
              help={say("dueTimeHelp")}
              value={values.dueTime}
              error={errorAt("dueTime")}
              onChange={(dueTime) => change({ dueTime: dueTime.trim() })}
            />
          </Columns>
          <Column gap="flush">
            <Text format={{ fontWeight: "demibold" }}>{say("tightenTitle")}</Text>
            <Text variant="microcopy">{say("tightenHelp")}</Text>
          </Column>
          {accountTypes.values.map((type) => {
            const { withinDays, factor } = values.tighten[type];
            const tighten = (changed: Partial<Settings["tighten"][typeof type]>) =>
              change({ tighten: { ...values.tighten, [type]: { withinDays, factor, ...changed } } });
            const words = { type: accountTypes.label(type, language) };
            return (
              <Columns key={type}>
                <CountField
                  name={`tightenWithin-${type}`}
                  label={say("tightenWithin", words)}
                  value={withinDays}
                  error={errorAt(`tighten.${type}.withinDays`)}
                  onChange={(days) => tighten({ withinDays: days as number })}
                />
                <CountField
                  name={`tightenFactor-${type}`}
                  label={say("tightenFactor", words)}
                  min={1}
                  max={8}
                  value={factor}
                  error={errorAt(`tighten.${type}.factor`)}
                  onChange={(times) => tighten({ factor: times as number })}
                />
              </Columns>
            );
          })}
          <OptionField
            name="contactMade"
            label={say("contactMade")}
            options={offers}
            value={values.contactMade}
            onChange={(contactMade) => change({ contactMade })}
          />
        </>
      )}
    </SectionForm>
  );
}
