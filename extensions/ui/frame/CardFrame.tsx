import type { ReactNode } from "react";
import { Alert, Button, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import type { Access } from "@keyline/domain";
import type { Read } from "../backend/index.ts";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";
import type { PlainKey } from "../strings/index.ts";
import { Failure } from "./Failure.tsx";

/** Names of the parts that a card may be without, as people call them. */
const partNames = {
  brief: "partBrief",
  history: "partHistory",
  offeredContact: "partContact",
  contacts: "partContacts",
  owners: "partOwners",
  accounts: "partAccounts",
  health: "partHealth",
  revenue: "partRevenue",
  checkIns: "partCheckIns",
  contract: "partContract",
  doNext: "partDoNext",
  people: "partPeople",
  objectives: "partObjectives",
  needs: "partNeeds",
  deals: "partDeals",
  ownTargets: "partOwnTargets",
  kpis: "partKpis",
  openings: "partOpenings",
  family: "partFamily",
} as const satisfies Record<string, PlainKey>;
type PartName = keyof typeof partNames;

interface FramedAnswer {
  access: Access;
  unreadable: readonly PartName[];
}

interface Props<Answer extends FramedAnswer> {
  read: Read<Answer>;
  children: (answer: Answer) => ReactNode;
}

/**
 * Every card's outside: loading, failed, partly failed, read-only. What was read once stays on the card while it is read
 * again, also when that fails.
 */
export function CardFrame<Answer extends FramedAnswer>({ read, children }: Props<Answer>) {
  const { say } = useHost();
  const { answer, problem, again } = read;
  if (!answer)
    return problem ? (
      <Failure problem={problem} onRetry={again} />
    ) : (
      <LoadingSpinner label={say("loading")} layout="centered" />
    );
  return (
    <Column gap="medium" fills>
      {problem && <NotFresh onRetry={again} />}
      {answer.unreadable.length > 0 && <PartlyFailed parts={answer.unreadable} onRetry={again} />}
      {!answer.access.canWrite && (
        <Column>
          <Text variant="microcopy">
            {say(answer.access.why === "no-permission" ? "readOnlyNoPermission" : "readOnly")}
          </Text>
        </Column>
      )}
      {children(answer)}
    </Column>
  );
}

function PartlyFailed({ parts, onRetry }: { parts: readonly PartName[]; onRetry: () => void }) {
  const { say, locale } = useHost();
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(parts.map((part) => say(partNames[part])));
  return (
    <Alert variant="warning" title={say("partlyTitle")}>
      <Text>{say("partlyText", { parts: names })}</Text>
      <Button size="sm" onClick={onRetry}>
        {say("retry")}
      </Button>
    </Alert>
  );
}

function NotFresh({ onRetry }: { onRetry: () => void }) {
  const { say } = useHost();
  return (
    <Alert variant="warning" title={say("failedTitle")}>
      <Button size="sm" onClick={onRetry}>
        {say("retry")}
      </Button>
    </Alert>
  );
}
