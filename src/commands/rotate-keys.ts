import { Problem } from "@keyline/domain";
import type { Command } from "./command.ts";
import { withPortals } from "./with-portals.ts";

/** After a new key was put first in TOKEN_KEYS: every install token is written anew under it, so that the old key can go. */
export const rotateKeys: Command = {
  name: "rotate-keys",
  summary: "Encrypt all install tokens under the newest of TOKEN_KEYS",
  run: (context) =>
    withPortals(context, async ({ installing }) => {
      if (!installing) {
        throw new Problem("invalid-input", "A private app keeps no install tokens: there is nothing to rotate.");
      }
      if (context.isDryRun) throw new Problem("invalid-input", "rotate-keys has no dry run: it changes no data.");
      const { rotated, kept } = await installing.rotateKeys();
      return {
        json: { rotated, kept },
        lines: [`${rotated} rotated, ${kept} were under the newest key already. The older keys can go.`],
      };
    }),
};
