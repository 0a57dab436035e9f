import { parseArgs } from "node:util";
import { coveredAsMarkdown } from "./covered.ts";
import { openSandbox, type SandboxOptions } from "./open-sandbox.ts";

const usage = `npm run sandbox -- [--port N] [--seed none|demo] [--tier free|starter|professional|enterprise] [--token T] [--secret S]
                   [--app-id N] [--webhooks-to URL] [--journal FILE] | --covered`;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      seed: { type: "string" },
      tier: { type: "string" },
      token: { type: "string" },
      secret: { type: "string" },
      "app-id": { type: "string" },
      "webhooks-to": { type: "string" },
      journal: { type: "string" },
      covered: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(usage);
  if (values.covered) return console.log(coveredAsMarkdown());
  const options: SandboxOptions = {
    ...given("port", values.port, whole),
    ...given("seed", values.seed, oneOf("none", "demo")),
    ...given("tier", values.tier, oneOf("free", "starter", "professional", "enterprise")),
    ...given("token", values.token, String),
    ...given("clientSecret", values.secret, String),
    ...given("appId", values["app-id"], whole),
    ...given("webhooksTo", values["webhooks-to"], String),
    ...given("journal", values.journal, String),
  };
  const sandbox = await openSandbox(options);
  console.log(`Sandbox of HubSpot on ${sandbox.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
}

function given<K extends string, T>(name: K, value: string | undefined, read: (text: string) => T): { [key in K]?: T } {
  return value === undefined ? {} : ({ [name]: read(value) } as { [key in K]: T });
}

function whole(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`not a whole number: ${text}\n${usage}`);
}

function oneOf<T extends string>(...allowed: T[]) {
  return (text: string): T => {
    const found = allowed.find((each) => each === text);
    if (found !== undefined) return found;
    throw new Error(`not one of ${allowed.join(", ")}: ${text}\n${usage}`);
  };
}
