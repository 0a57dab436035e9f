import { z } from "zod";
import { jsonText } from "./json-text.ts";

/** Lists that Keyline made in a portal, by our key: HubSpot's id, and the filters as we wrote them last (`provisioned_lists`). */
export const provisionedLists = jsonText(
  "provisioned_lists",
  z.record(z.string(), z.object({ id: z.string(), filters: z.record(z.string(), z.unknown()) })),
);
export type ProvisionedLists = NonNullable<ReturnType<typeof provisionedLists.read>>;
