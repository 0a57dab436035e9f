import { useState } from "react";
import { Heading, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, PastCheckIn, PlainDate, Problem } from "@keyline/domain";
import { asProblem, callBackend } from "../backend/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";
import { PastCheckInLine } from "./PastCheckInLine.tsx";

interface Props {
  history: readonly PastCheckIn[];
  hasEarlier: boolean;
  today: PlainDate;
}

/** What was: the latest first, ten at a time. */
export function History({ history, hasEarlier, today }: Props) {
  const { say } = useHost();
  const earlier = useEarlier(history, hasEarlier);
  return (
    <Column fills>
      <Column>
        <Heading>{say("earlier")}</Heading>
        {history.length === 0 && <Text variant="microcopy">{say("earlierNothing")}</Text>}
      </Column>
      {earlier.all.map((one) => (
        <PastCheckInLine key={one.id} checkIn={one} today={today} />
      ))}
      <WriteProblem problem={earlier.problem} />
      {earlier.hasMore && (
        <LoadingButton size="sm" loading={earlier.isLoading} onClick={earlier.load}>
          {say("showEarlier")}
        </LoadingButton>
      )}
    </Column>
  );
}

interface Earlier {
  pages: Pick<CheckInsAnswer, "history" | "hasEarlier">[];
  isLoading: boolean;
  problem: Problem | null;
}

/** Further pages, kept behind the first one, which every write brings anew. */
function useEarlier(history: readonly PastCheckIn[], hasEarlier: boolean) {
  const { companyId, language } = useHost();
  const [state, setState] = useState<Earlier>({ pages: [], isLoading: false, problem: null });
  const known = new Set(history.map(({ id }) => id));
  const all = [...history, ...state.pages.flatMap((page) => page.history).filter(({ id }) => !known.has(id))];
  const load = () => {
    const before = all.at(-1)?.due;
    if (!before || state.isLoading) return;
    setState((last) => ({ ...last, isLoading: true, problem: null }));
    callBackend("checkIns", { companyId, before }, language).then(
      (page) => setState((last) => ({ pages: [...last.pages, page], isLoading: false, problem: null })),
      (error: unknown) => setState((last) => ({ ...last, isLoading: false, problem: asProblem(error) })),
    );
  };
  return { ...state, all, load, hasMore: state.pages.at(-1)?.hasEarlier ?? hasEarlier };
}
