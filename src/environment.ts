import { z } from "zod";
import { Problem } from "@keyline/domain";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url().transform((text) => text.replace(/\/$/, ""));

const schema = z
  .object({
    PORT: port.default(3000),
    HUBSPOT_API_BASE: url.default("https://api.hubapi.com"),
    HUBSPOT_ACCESS_TOKEN: z.string().min(1).optional(),
    HUBSPOT_CLIENT_ID: z.string().min(1).optional(),
    HUBSPOT_CLIENT_SECRET: z.string().min(1).optional(),
    PUBLIC_URL: url.optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    TOKEN_KEYS: z.string().min(1).optional(),
    KEYLINE_DATA: z.string().min(1).default("./data"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((values, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (values.HUBSPOT_ACCESS_TOKEN) return;
    if (!values.HUBSPOT_CLIENT_ID)
      say("HUBSPOT_ACCESS_TOKEN", "set it for one private app, or set HUBSPOT_CLIENT_ID and its companions for OAuth");
    if (!values.HUBSPOT_CLIENT_ID) return;
    if (!values.HUBSPOT_CLIENT_SECRET) say("HUBSPOT_CLIENT_SECRET", "OAuth needs the app's client secret");
    if (!values.PUBLIC_URL) say("PUBLIC_URL", "OAuth needs the address at which HubSpot reaches this backend");
    if (!values.TOKEN_KEYS) say("TOKEN_KEYS", "OAuth tokens are kept encrypted: give at least one key, newest first");
  });

export type Environment = z.infer<typeof schema>;

/**
 * Reads the settings that come by environment variables (the README has the table).
 * Empty variables count as unset. Throws one `invalid-input` Problem that names every wrong variable at once.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const lines = fields.map(({ path, message }) => `  ${path}: ${message}`);
  throw new Problem("invalid-input", `The environment is not right:\n${lines.join("\n")}`, { fields });
}
