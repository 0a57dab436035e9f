import { z } from "zod";
import { Problem, type FieldProblem } from "@keyline/domain";

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url().transform((text) => text.replace(/\/$/, ""));

const schema = z.object({
  PORT: port.default(3000),
  HUBSPOT_API_BASE: url.default("https://api.hubapi.com"),
  HUBSPOT_ACCESS_TOKEN: z.string().optional(),
  HUBSPOT_CLIENT_ID: z.string().optional(),
  HUBSPOT_CLIENT_SECRET: z.string().optional(),
  PUBLIC_URL: url.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TOKEN_KEYS: z.string().optional(),
  KEYLINE_DATA: z.string().default("./data"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof schema>;

/**
 * Reads the settings that come by environment variables (the README has the table).
 * Empty variables count as unset. Throws one `invalid-input` Problem that names every wrong variable at once.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const fields = [
    ...missingCompanions(given),
    ...issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  ];
  if (parsed.success && fields.length === 0) return parsed.data;
  const lines = fields.map(({ path, message }) => `  ${path}: ${message}`);
  throw new Problem("invalid-input", `The environment is not right:\n${lines.join("\n")}`, { fields });
}

/** What goes together: one private app needs a token, OAuth needs all of its variables. */
function missingCompanions(given: Record<string, string | undefined>): FieldProblem[] {
  if (given["HUBSPOT_ACCESS_TOKEN"]) return [];
  if (!given["HUBSPOT_CLIENT_ID"]) {
    const message = "set it for one private app, or set HUBSPOT_CLIENT_ID and its companions for OAuth";
    return [{ path: "HUBSPOT_ACCESS_TOKEN", message }];
  }
  const companions = {
    HUBSPOT_CLIENT_SECRET: "OAuth needs the app's client secret",
    PUBLIC_URL: "OAuth needs the address at which HubSpot reaches this backend",
    TOKEN_KEYS: "OAuth tokens are kept encrypted: give at least one key, newest first",
  };
  return Object.entries(companions)
    .filter(([name]) => !given[name])
    .map(([path, message]) => ({ path, message }));
}
