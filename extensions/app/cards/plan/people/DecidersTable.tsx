import { useState } from "react";
import { StatusTag, Text } from "@hubspot/ui-extensions";
import { decisionRoles, relationshipWords, type Decider } from "@keyline/domain";
import { Column, Listing, Row, dateFormat, strengthDots, strengthOf, useHost, type ListingColumn } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { EditPerson } from "./EditPerson.tsx";

const pageSize = 10;

/** Everybody who plays a part, ten a page; the name opens what can be changed. */
export function DecidersTable(props: PlanTabProps) {
  const { answer, canWrite } = props;
  const { say, language, line } = useHost();
  const { deciders } = answer.people;
  const pages = Math.max(1, Math.ceil(deciders.length / pageSize));
  const [chosen, setPage] = useState(1);
  const page = Math.min(chosen, pages);
  const columns: ListingColumn<Decider>[] = [
    {
      title: say("colPerson"),
      cell: (one) => (
        <Column gap="flush">
          {canWrite ? <EditPerson {...props} person={one} /> : <Text>{one.name}</Text>}
          {one.jobTitle && <Text variant="microcopy">{one.jobTitle}</Text>}
          <Company person={one} family={answer.family} />
          <Leaving person={one} today={answer.today} />
        </Column>
      ),
    },
    {
      title: say("colPart"),
      cell: ({ roles }) => (
        <Text>
          {line(
            roles.map((role) => decisionRoles.label(role, language)),
            "comma",
          )}
        </Text>
      ),
    },
    { title: say("colCaresAbout"), cell: ({ criteria }) => <Known text={criteria} /> },
    { title: say("colRelationship"), cell: ({ strength }) => <Strength strength={strength} /> },
    { title: say("colOurs"), cell: ({ ours }) => <Known text={ours?.name ?? null} /> },
    { title: say("colLastTalked"), cell: (one) => <LastTalked person={one} today={answer.today} /> },
  ];
  return (
    <Listing
      items={deciders.slice((page - 1) * pageSize, page * pageSize)}
      keyOf={({ id }) => id}
      columns={columns}
      {...(pages > 1 && { page: { current: page, count: pages, onChange: setPage } })}
    />
  );
}

/** Somebody of another company of the family says of which. */
function Company({ person, family }: { person: Decider; family: PlanTabProps["answer"]["family"] }) {
  const company = family.find(({ id }) => id === person.companyId);
  return company ? <Text variant="microcopy">{company.name}</Text> : null;
}

function Known({ text }: { text: string | null }) {
  const { say } = useHost();
  return text ? <Text>{text}</Text> : <Text variant="microcopy">{say("unknownYet")}</Text>;
}

function Strength({ strength }: Pick<Decider, "strength">) {
  const { language } = useHost();
  const known = strengthOf(strength);
  if (known === null) return <Known text={null} />;
  return (
    <Column gap="flush">
      <Text>{strengthDots(known, language)}</Text>
      <Text variant="microcopy">{relationshipWords[known][language]}</Text>
    </Column>
  );
}

interface Dated {
  person: Decider;
  today: PlanTabProps["answer"]["today"];
}

function LastTalked({ person: { lastTalked, silentDays }, today }: Dated) {
  const { say, locale } = useHost();
  if (lastTalked === null) return <Text variant="microcopy">{say("neverTalked")}</Text>;
  return (
    <Column gap="xs">
      <Text>{dateFormat(locale, today).day(lastTalked)}</Text>
      {silentDays !== null && (
        <Row>
          <StatusTag variant="warning">{say("silentFor", { count: silentDays })}</StatusTag>
        </Row>
      )}
    </Column>
  );
}

function Leaving({ person: { leaving, leftOn }, today }: Dated) {
  const { say, locale } = useHost();
  if (leaving === null) return null;
  const left = leftOn ? say("leftOnDay", { date: dateFormat(locale, today).day(leftOn) }) : say("hasLeft");
  const words = { left, untied: say("untied"), bounces: say("mailBounces") };
  return (
    <Row>
      <StatusTag variant={leaving === "bounces" ? "warning" : "danger"}>{words[leaving]}</StatusTag>
    </Row>
  );
}
