import { z } from "zod";
import { person } from "./shapes.ts";

/** Who decides at the account. */
export const peopleSection = z.object({
  /** The company's contacts, by name. */
  contacts: z.array(person),
});
export type PeopleSection = z.infer<typeof peopleSection>;
