import { Button, SearchInput, Select, Text } from "@hubspot/ui-extensions";
import { degrees, needSources, needStatuses, type Choices, type NeedsAnswer } from "@keyline/domain";
import { Column, Columns, Row, useHost } from "@keyline/ui";
import { noFilters, type Filters, type Gap } from "./find-needs.ts";

interface Props {
  answer: NeedsAnswer;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

const any = "";
const gapWords = { unserved: "needsOnlyUnserved", stale: "needsOnlyStale" } as const satisfies Record<Gap, string>;

/** Which needs the list shows. */
export function NeedsFilters({ answer, filters, onChange }: Props) {
  const { say, language } = useHost();
  const set = <K extends keyof Filters>(name: K, value: Filters[K]) => onChange({ ...filters, [name]: value });
  const voices = new Set(answer.needs.flatMap(({ voicedBy }) => voicedBy));
  const people = answer.people.filter(({ id }) => voices.has(id));
  const choices = <V extends string>(vocabulary: Choices<V>, all: string) => [
    { label: all, value: any },
    ...vocabulary.values.map((value) => ({ label: vocabulary.label(value, language), value })),
  ];
  return (
    <Column gap="xs" fills>
      <SearchInput
        name="search"
        label={say("needsSearch")}
        value={filters.text}
        onChange={(text) => set("text", text)}
        onInput={(text) => set("text", text)}
      />
      <Columns gap="small">
        {answer.family.length > 0 && (
          <Select
            name="company"
            label={say("familyCompany")}
            variant="transparent"
            value={filters.companyId ?? any}
            options={[
              { label: say("familyAll"), value: any },
              ...[answer.company, ...answer.family].map(({ id, name }) => ({ label: name, value: id })),
            ]}
            onChange={(chosen) => set("companyId", chosen === any ? null : String(chosen))}
          />
        )}
        <Select
          name="status"
          label={say("needStatus")}
          variant="transparent"
          value={filters.status}
          options={[
            { label: say("needsAllOpen"), value: "open" },
            ...needStatuses.values.map((value) => ({ label: needStatuses.label(value, language), value })),
            { label: say("needsAll"), value: "all" },
          ]}
          onChange={(chosen) =>
            (chosen === "open" || chosen === "all" || needStatuses.has(chosen)) && set("status", chosen)
          }
        />
        <Select
          name="risk"
          label={say("needRisk")}
          variant="transparent"
          value={filters.risk ?? any}
          options={choices(degrees, say("needsAnyRisk"))}
          onChange={(chosen) => set("risk", degrees.has(chosen) ? chosen : null)}
        />
        <Select
          name="source"
          label={say("needSource")}
          variant="transparent"
          value={filters.source ?? any}
          options={choices(needSources, say("needsAnySource"))}
          onChange={(chosen) => set("source", needSources.has(chosen) ? chosen : null)}
        />
        {people.length > 0 && (
          <Select
            name="voice"
            label={say("needVoice")}
            variant="transparent"
            value={filters.voice ?? any}
            options={[
              { label: say("needsAnyVoice"), value: any },
              ...people.map(({ id, name }) => ({ label: name, value: id })),
            ]}
            onChange={(chosen) => set("voice", chosen === any ? null : String(chosen))}
          />
        )}
      </Columns>
      {answer.leftOut > 0 && (
        <Column>
          <Text variant="microcopy">{say("familyNeedsLeftOut", { count: answer.leftOut })}</Text>
        </Column>
      )}
      {filters.gap && (
        <Row>
          <Text format={{ fontWeight: "demibold" }}>{say(gapWords[filters.gap])}</Text>
          <Button size="xs" variant="transparent" onClick={() => onChange(noFilters)}>
            {say("needsShowAll")}
          </Button>
        </Row>
      )}
    </Column>
  );
}
