import { z } from "zod";
import { writeIntent } from "./shapes.ts";

/** In the body of every write below the account plan: the plan that is shown, so that the answer shows it again. */
export const planWrite = {
  ...writeIntent.shape,
  /** Null: the one that runs today, if there is one. */
  planKey: z.string().max(300).nullable(),
};
