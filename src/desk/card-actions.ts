import type { CardRoute } from "@keyline/domain";
import type { z } from "zod";
import type { Desk } from "./desk.ts";

/** What answers some routes of the card API: for each name an action that takes the request and gives the answer. */
export type CardActions<Routes extends Record<string, CardRoute>, Given extends Desk = Desk> = {
  readonly [N in keyof Routes]: (
    desk: Given,
    asked: z.output<Routes[N]["request"]>,
  ) => Promise<z.output<Routes[N]["answer"]>>;
};
