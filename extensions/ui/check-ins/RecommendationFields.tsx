import { Button, Divider, Heading } from "@hubspot/ui-extensions";
import { DateField, TextField } from "../fields/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Columns, Row } from "../reading/index.ts";
import { emptyRecommendation, type RecommendationDraft } from "./log-draft.ts";

interface Props {
  rows: readonly RecommendationDraft[];
  errorAt: (path: string) => string | undefined;
  onChange: (rows: RecommendationDraft[]) => void;
}

/** Who does what by when. A row left empty is not sent. */
export function RecommendationFields({ rows, errorAt, onChange }: Props) {
  const { say } = useHost();
  const change = (index: number, changed: Partial<RecommendationDraft>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changed } : row)));
  return (
    <Column fills>
      <Column>
        <Heading>{say("recommendations")}</Heading>
      </Column>
      {rows.map((row, index) => (
        // Rows have no name of their own, and stand in the order they were written.
        <Column key={`recommendation-${index}`} fills>
          {index > 0 && <Divider />}
          <TextField
            name={`what-${index}`}
            label={say("recommendationWhat")}
            value={row.what}
            error={errorAt(`recommendations.${index}.what`)}
            onChange={(what) => change(index, { what })}
          />
          <Columns>
            <TextField
              name={`who-${index}`}
              label={say("recommendationWho")}
              value={row.who}
              error={errorAt(`recommendations.${index}.who`)}
              onChange={(who) => change(index, { who })}
            />
            <DateField
              name={`by-${index}`}
              label={say("recommendationBy")}
              value={row.by}
              error={errorAt(`recommendations.${index}.by`)}
              onChange={(by) => change(index, { by })}
            />
          </Columns>
        </Column>
      ))}
      <Row>
        <Button size="sm" onClick={() => onChange([...rows, emptyRecommendation])}>
          {say("addRecommendation")}
        </Button>
        {rows.length > 1 && (
          <Button size="sm" variant="transparent" onClick={() => onChange(rows.slice(0, -1))}>
            {say("removeRecommendation")}
          </Button>
        )}
      </Row>
    </Column>
  );
}
