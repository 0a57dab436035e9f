import { z } from "zod";

const kept = z.array(z.object({ id: z.string(), state: z.string().default("open") }));
export type KeptPromise = z.infer<typeof kept>[number];

/** The recommendations a check-in holds as JSON; text that somebody else wrote there counts as none. */
export function keptPromises(text: string | null): KeptPromise[] {
  if (!text) return [];
  try {
    return kept.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
