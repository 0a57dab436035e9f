import { Text } from "@hubspot/ui-extensions";
import type { Person } from "@keyline/domain";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";

interface Props {
  managedUnder: Person | null;
  family: readonly Person[];
}

/** So many names say whom a plan covers; the rest is counted. */
const mostNames = 4;

/** Whose plan covers whom: a subsidiary says under whom it is managed, a parent whom its plan covers. */
export function Family({ managedUnder, family }: Props) {
  const { say, locale } = useHost();
  if (!managedUnder && family.length === 0) return null;
  const names = family.slice(0, mostNames).map(({ name }) => name);
  const more = family.length - names.length;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const said = more > 0 ? [...names, say("familyMore", { count: more })] : names;
  return (
    <Column gap="flush">
      {managedUnder && <Text variant="microcopy">{say("coveredBy", { parent: managedUnder.name })}</Text>}
      {family.length > 0 && <Text variant="microcopy">{say("coversFamily", { names: list.format(said) })}</Text>}
    </Column>
  );
}
