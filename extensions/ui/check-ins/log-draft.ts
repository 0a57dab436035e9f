import type { Brief, CheckInOutcome, CheckInsAnswer, OpenCheckIn, PlainDate, Promised } from "@keyline/domain";
import type { Unchecked } from "../backend/index.ts";

export interface RecommendationDraft {
  what: string;
  who: string;
  by: PlainDate | null;
}

/** What the log form holds while somebody writes. */
export interface LogDraft {
  /** As the person saw it, so that somebody else's change is noticed. Null: one that nobody had planned. */
  checkIn: OpenCheckIn | null;
  heldOn: PlainDate;
  attendeeIds: string[];
  /** Topics ticked from the brief. */
  topics: string[];
  /** Other topics, one a line. */
  ownTopics: string;
  outcome: CheckInOutcome | null;
  progress: string;
  recommendations: RecommendationDraft[];
  promised: Promised[];
  obstacles: string;
  notes: string;
}

export const emptyRecommendation: RecommendationDraft = { what: "", who: "", by: null };

/** The form as it opens: filled with what is known already, a meeting or call that was made before all. */
export function openingDraft(answer: CheckInsAnswer, checkInKey: string | null): LogDraft {
  const { offeredContact, brief, today } = answer;
  const contact = checkInKey && offeredContact?.checkInKey === checkInKey ? offeredContact : null;
  return {
    checkIn: openCheckIns(answer).find(({ key }) => key === checkInKey) ?? null,
    heldOn: contact?.on ?? today,
    attendeeIds: contact?.people.map(({ id }) => id) ?? [],
    topics: [],
    ownTopics: "",
    outcome: null,
    progress: "",
    recommendations: [emptyRecommendation],
    promised: brief?.promised ?? [],
    obstacles: "",
    notes: "",
  };
}

/** Check-ins that a log can answer for: overdue ones first, then those to come. */
export function openCheckIns({ overdue, next, later }: CheckInsAnswer): OpenCheckIn[] {
  return [...overdue, ...(next ? [next] : []), ...later];
}

/** The brief's questions as topics to tick, in its order. */
export function topicsOf(brief: Brief | null, renewal: string): string[] {
  const names = (brief?.askAbout ?? []).map((question) => {
    switch (question.kind) {
      case "renewal":
        return renewal;
      case "need":
        return question.need.name;
      case "objective":
        return question.objective.name;
    }
    return question.obstacle.name;
  });
  return [...new Set(names)];
}

/** What is sent: empty lines and rows are left out, empty texts are null. */
export function logRequest(draft: LogDraft, answer: CheckInsAnswer): Unchecked<"logCheckIn"> {
  const { checkIn } = draft;
  const isContact = checkIn && answer.offeredContact?.checkInKey === checkIn.key;
  const own = draft.ownTopics.split("\n").map((line) => line.trim());
  return {
    checkInKey: checkIn?.key ?? null,
    expected: checkIn ? { state: checkIn.state, due: checkIn.due } : null,
    heldOn: draft.heldOn,
    attendeeIds: draft.attendeeIds,
    topics: [...draft.topics, ...own].filter(Boolean),
    outcome: draft.outcome,
    progress: textOrNull(draft.progress),
    recommendations: draft.recommendations
      .filter(({ what, who, by }) => what.trim() || who.trim() || by)
      .map(({ what, who, by }) => ({ what, who: textOrNull(who), by })),
    promised: draft.promised.map(({ checkInKey, id, state }) => ({ checkInKey, id, state })),
    obstacles: textOrNull(draft.obstacles),
    notes: textOrNull(draft.notes),
    contactMadeId: isContact ? (answer.offeredContact?.id ?? null) : null,
  };
}

function textOrNull(text: string): string | null {
  return text.trim() || null;
}
