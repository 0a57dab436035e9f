import { Heading, Text } from "@hubspot/ui-extensions";
import {
  decisionRoles,
  reportingLines,
  type ContactAround,
  type Decider,
  type DecisionRole,
  type Language,
  type Person,
} from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";

interface Props {
  family: readonly Person[];
  deciders: readonly Decider[];
  around: readonly ContactAround[];
}

interface Drawn {
  id: string;
  companyId: string | null;
  name: string;
  jobTitle: string | null;
  roles: readonly DecisionRole[];
  reportsTo: string | null;
}

/** The lines between those who decide, with managers who play no part themselves where a line goes through them. */
export function ReportingMap({ deciders, around, family }: Props) {
  const { say } = useHost();
  const people = onTheMap(deciders, around);
  const lines = reportingLines(people);
  const nameOf = ({ companyId }: Drawn) => family.find(({ id }) => id === companyId)?.name ?? null;
  const isDrawn = lines.some(({ depth, isInCircle }) => depth > 0 || isInCircle);
  return (
    <Column gap="xs">
      <Heading>{say("reportingTitle")}</Heading>
      {!isDrawn && <Text variant="microcopy">{say("reportingNone")}</Text>}
      {isDrawn &&
        lines.map(({ person, depth, isInCircle }) => (
          <Line key={person.id} person={person} company={nameOf(person)} depth={depth} isInCircle={isInCircle} />
        ))}
    </Column>
  );
}

/** Wide enough to be seen as a step, in any language. */
const step = "\u2003\u2002";

interface LineProps {
  person: Drawn;
  company: string | null;
  depth: number;
  isInCircle: boolean;
}

function Line({ person, company, depth, isInCircle }: LineProps) {
  const { say, line, language } = useHost();
  const roles = person.roles.map((role) => decisionRoles.label(role, language));
  return (
    <Row gap="xs" align="baseline">
      {depth > 0 && <Text>{indented(depth, language)}</Text>}
      <Text format={{ fontWeight: "demibold" }}>{person.name}</Text>
      <Text variant="microcopy">
        {line([
          person.jobTitle,
          company,
          ...(roles.length > 0 ? roles : [say("noPart")]),
          isInCircle && say("inCircle"),
        ])}
      </Text>
    </Row>
  );
}

/** Spaces and an arrow have no direction of their own: they get the reader's. */
function indented(depth: number, language: Language): string {
  const spaces = step.repeat(depth - 1);
  return language === "ar" ? `\u2067${spaces}↲\u2069` : `\u2066${spaces}↳\u2069`;
}

/** Those who decide, and whoever stands above one of them. */
function onTheMap(deciders: readonly Decider[], around: readonly ContactAround[]): Drawn[] {
  const others = new Map(around.map((one) => [one.id, { ...one, roles: [] }]));
  const people = new Map<string, Drawn>(deciders.map((one) => [one.id, one]));
  for (const one of deciders) {
    let above = others.get(one.reportsTo ?? "");
    while (above && !people.has(above.id)) {
      people.set(above.id, above);
      above = others.get(above.reportsTo ?? "");
    }
  }
  return [...people.values()];
}
