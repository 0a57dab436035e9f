import { parseArgs } from "node:util";
import { openSandbox } from "./open-sandbox.ts";
import type { Tier } from "./portal/settings.ts";
import type { Seed } from "./sandbox-state.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    seed: { type: "string", default: "none" },
    tier: { type: "string", default: "enterprise" },
    token: { type: "string" },
    secret: { type: "string" },
    journal: { type: "string" },
    "app-id": { type: "string" },
  },
});

const sandbox = await openSandbox({
  port: Number(values.port),
  seed: values.seed as Seed,
  tier: values.tier as Tier,
  ...(values.token === undefined ? {} : { token: values.token }),
  ...(values.secret === undefined ? {} : { clientSecret: values.secret }),
  ...(values.journal === undefined ? {} : { journal: values.journal }),
  ...(values["app-id"] === undefined ? {} : { appId: Number(values["app-id"]) }),
});
console.log(`Sandbox of HubSpot on ${sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
