import type { Language } from "@keyline/domain";
import { z } from "zod";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { defineJob, perform, type Performance } from "../queue/index.ts";
import { provision } from "./provision.ts";

/** A portal has installed Keyline: make it match the declarations, then begin. */
export const setUpPortal = defineJob({
  name: "set-up-portal",
  lane: "writes",
  data: z.object({ portalId: z.string() }),
});

interface Parts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: { language: { labels: Language } } }>;
  /** What follows once the portal stands. */
  begin(portalId: string): Promise<void>;
  log: Log;
}

/** May be done twice, or stop anywhere: provisioning looks first, beginning is idempotent. */
export function settingUpPortals({ open, begin, log }: Parts): Performance {
  return perform(setUpPortal, async ({ portalId }) => {
    const { hubspot, settings } = await open(portalId);
    await provision({ hubspot, log }, { language: settings.language.labels });
    await begin(portalId);
  });
}
