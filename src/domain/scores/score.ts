import type { Words } from "../words.ts";

/** One part of a score. Points and max are of 100, to one digit after the point; `max − points` is what it costs. */
export interface ScorePart<P extends string> {
  part: P;
  points: number;
  max: number;
  reason: Words;
}

/** A score of 0 to 100 with what it is made of; null when nothing is known. What is missing carries no weight. */
export interface Score<P extends string> {
  score: number | null;
  parts: ScorePart<P>[];
  missing: P[];
}

/** What is known of a part: how good it is, from 0 to 1, and why. Null: nothing is known, and nothing is guessed. */
export type Judged = { share: number; reason: Words } | null;

/** The weighted mean of what is known, in the order of the parts. A part with no weight is left out unsaid. */
export function weigh<P extends string>(judged: Record<P, Judged>, weights: Readonly<Record<P, number>>): Score<P> {
  const parts = (Object.keys(judged) as P[]).filter((part) => weights[part] > 0);
  const known = parts.flatMap((part) => {
    const judgement = judged[part];
    return judgement ? [{ part, ...judgement }] : [];
  });
  const total = known.reduce((sum, { part }) => sum + weights[part], 0);
  const sum = known.reduce((points, { part, share }) => points + weights[part] * clamp(share), 0);
  return {
    score: total === 0 ? null : Math.round((sum / total) * 100),
    parts: known.map(({ part, share, reason }) => ({
      part,
      points: toTenth((weights[part] * clamp(share) * 100) / total),
      max: toTenth((weights[part] * 100) / total),
      reason,
    })),
    missing: parts.filter((part) => judged[part] === null),
  };
}

/** The parts that cost the most first: what to say when there is room for a few. */
export function costliest<P extends string>(score: Score<P>, count: number): ScorePart<P>[] {
  return score.parts
    .filter(({ points, max }) => max - points >= 0.5)
    .sort((one, other) => other.max - other.points - (one.max - one.points))
    .slice(0, count);
}

/** A judgement from 1 to 5 as a share from 0 to 1. */
export function shareOfFive(value: number): number {
  return (value - 1) / 4;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
