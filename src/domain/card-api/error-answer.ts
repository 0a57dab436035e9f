import { z } from "zod";
import { problemStatuses, type ProblemCode } from "../problem.ts";

const problemCode = z.custom<ProblemCode>((value) => typeof value === "string" && value in problemStatuses);

/** What every route answers when it refuses or fails, with the problem's HTTP status; `message` in the user's language. */
export const errorAnswer = z.object({
  error: z.object({
    code: problemCode,
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
    /** A conflict's facts: what stands there now (`foundCheckIn` for check-ins). */
    found: z.unknown().optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;
