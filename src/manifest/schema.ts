import { z } from "zod";
import { scopes } from "./scopes.ts";
import { webhooks } from "./webhooks.ts";
import { workflowAction } from "./workflow-action.ts";

/** HubSpot's own rule for uids: letters, digits, `_`, `-` and `.` (project-parsing-lib, `src/lib/uid.js`). */
const uid = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{3,63}$/);
const file = z.string().regex(/^[A-Z]\w*\.tsx$/, "Name the component's own file, such as CheckIns.tsx");
const secureUrl = z.url({ protocol: /^https$/ });

const card = z.strictObject({
  uid,
  name: z.string().min(1),
  description: z.string().min(1),
  location: z.enum(["crm.record.tab", "crm.record.sidebar", "crm.preview", "helpdesk.sidebar"]),
  file,
  objectTypes: z.array(z.string()).min(1),
});

const bulkAction = z.strictObject({
  uid,
  label: z.string().min(1),
  file,
  objectTypes: z.array(z.string()).min(1),
  displayMode: z.enum(["PANEL", "MODAL"]),
  icon: z.string(),
});

/** `app.json`: what Keyline is to HubSpot. Everything that HubSpot reads is generated from it. */
export const manifestSchema = z.strictObject({
  uid,
  name: z.string().min(1),
  description: z.string().min(1),
  distribution: z.enum(["private", "marketplace"]),
  /** `static`: one account, one token. `oauth`: many accounts; HubSpot is then told the redirect URLs. */
  auth: z.strictObject({ type: z.enum(["static", "oauth"]), redirectUrls: z.array(secureUrl).min(1) }),
  scopes,
  /** Where the backend answers. Cards fetch there, webhooks and workflow actions go there. No slash at the end. */
  backendUrl: secureUrl.refine((url) => !url.endsWith("/"), "Leave out the slash at the end"),
  /** Beside the backend, which is always permitted. */
  permittedUrls: z.strictObject({
    fetch: z.array(secureUrl),
    iframe: z.array(secureUrl),
    img: z.array(secureUrl),
  }),
  support: z.strictObject({
    supportEmail: z.email(),
    documentationUrl: secureUrl,
    supportUrl: secureUrl,
    supportPhone: z.string(),
  }),
  webhooks,
  cards: z.array(card),
  /** The portfolio page; one page an app. */
  page: z.strictObject({ uid, file }).nullable(),
  settings: z.strictObject({ uid, file }).nullable(),
  bulkActions: z.array(bulkAction),
  workflowActions: z.array(workflowAction),
});
export type Manifest = z.infer<typeof manifestSchema>;
