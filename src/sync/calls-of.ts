import type { Heard } from "./heard.ts";
import { passesFor, type Kind, type Pass } from "./kinds/index.ts";

/** Records whose companies have to be looked for, and what is then to be done for these. */
export interface Asked {
  kind: Kind;
  ids: readonly string[];
  passes: readonly Pass[];
}

/** HubSpot's type ids of companies and of answers to surveys (developers.hubspot.com, object type IDs). */
const companyType = "0-2";
const answerType = "0-19";

/** What an event asks for; nothing when it is an echo of our own writes or of no use. */
export function callsOf(event: Heard, kindOf: (typeId: string) => Kind | undefined): Asked[] {
  if (event.what === "associationChange") return callsOfAssociation(event, kindOf);
  const kind = kindOf(event.typeId);
  return kind ? asked(kind, event.ids, passesFor(kind, event)) : [];
}

/**
 * Both ends of an association: a deal that gets another main company counts less for the one before, and a child that
 * moves counts in two families. What hangs on the company says whether it matters, since a company has associations with
 * everything. Between two records that are no companies, only answers to surveys lead anywhere.
 */
function callsOfAssociation(event: Heard, kindOf: (typeId: string) => Kind | undefined): Asked[] {
  const { typeId, ids, to } = event;
  if (!to) return [];
  const ends = [
    { typeId, ids },
    { typeId: to.typeId, ids: [to.id] },
  ];
  const known = ends.flatMap((end) => {
    const kind = kindOf(end.typeId);
    return kind ? [{ ...end, kind }] : [];
  });
  const isWithAnswer = ends.some((end) => end.typeId === answerType);
  const isWithCompany = ends.some((end) => end.typeId === companyType);
  const subject = known.find((end) => end.typeId !== companyType) ?? known[0];
  if (!subject || (!isWithCompany && !isWithAnswer) || (known.length < 2 && !isWithAnswer)) return [];
  const passes = passesFor(subject.kind, event);
  return known.flatMap(({ kind, ids: some }) => asked(kind, some, passes));
}

function asked(kind: Kind, ids: readonly string[], passes: readonly Pass[]): Asked[] {
  return passes.length > 0 ? [{ kind, ids, passes }] : [];
}
