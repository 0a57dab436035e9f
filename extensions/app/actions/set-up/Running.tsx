import { useEffect, useRef } from "react";
import { Alert, Button, Link, LoadingSpinner, ProgressBar, Text } from "@hubspot/ui-extensions";
import type { BulkProgress } from "@keyline/domain";
import { Column, Failure, Listing, Row, useBackend, useHost } from "@keyline/ui";

interface Props {
  id: string;
  /** Goes back to the form with the companies that failed. */
  onAgain: (failedIds: string[]) => void;
}

const askAgainMs = 1_000;

/** How far the run is, asked until it is done; then what became of each. */
export function Running({ id, onAgain }: Props) {
  const { say } = useHost();
  const { answer, problem, again } = useBackend("bulkProgress", { request: { id } });
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  }, [again]);
  useEffect(() => {
    if (answer?.state === "done" || problem) return undefined;
    const timer = setTimeout(() => latest.current(), askAgainMs);
    return () => clearTimeout(timer);
  }, [answer, problem]);
  if (!answer) {
    return problem ? (
      <Failure problem={problem} onRetry={again} />
    ) : (
      <LoadingSpinner label={say("loading")} layout="centered" />
    );
  }
  const { state, done, total } = answer;
  return (
    <Column gap="medium" fills>
      {problem && (
        <Alert variant="warning" title={say("failedTitle")}>
          <Button size="sm" onClick={again}>
            {say("retry")}
          </Button>
        </Alert>
      )}
      <ProgressBar
        title={say(state === "done" ? "bulkDone" : "bulkRunning")}
        value={done}
        maxValue={Math.max(1, total)}
        valueDescription={say("readingProgress", { read: done, total })}
      />
      {state !== "done" && (
        <Column>
          <Text variant="microcopy">{say("bulkMayClose")}</Text>
        </Column>
      )}
      {state === "done" && <Result answer={answer} onAgain={onAgain} />}
    </Column>
  );
}

function Result({ answer, onAgain }: { answer: BulkProgress; onAgain: Props["onAgain"] }) {
  const { say } = useHost();
  const { changed, same, failed } = answer;
  return (
    <Column fills>
      <Column gap="flush">
        <Text format={{ fontWeight: "demibold" }}>{say("bulkChanged", { count: changed })}</Text>
        <Text variant="microcopy">{say("bulkSame", { count: same })}</Text>
      </Column>
      {failed.length > 0 && (
        <Column fills>
          <Alert variant="error" title={say("bulkFailed", { count: failed.length })}>
            {null}
          </Alert>
          <Listing
            items={failed}
            keyOf={({ company }) => company.id}
            columns={[
              {
                title: say("columnCompany"),
                cell: ({ company }) =>
                  company.url ? <Link href={company.url}>{company.name}</Link> : <Text>{company.name}</Text>,
              },
              { title: say("columnWhy"), cell: ({ reason }) => <Text>{reason}</Text> },
            ]}
          />
          <Row>
            <Button onClick={() => onAgain(failed.map(({ company }) => company.id))}>{say("bulkTryThese")}</Button>
          </Row>
        </Column>
      )}
    </Column>
  );
}
