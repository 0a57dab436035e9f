import { createPacer, openHubSpot, type HubSpot, type HubSpotOptions } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/index.ts";

export interface TestPortal {
  sandbox: Sandbox;
  hubspot: HubSpot;
  /** A control route of the sandbox. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** How often each operation was called since the last question. */
  calls(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** Limits that no test runs into by accident; pacing has tests of its own. */
const unhurried = { max: 100_000, windowMs: 10_000, searchesPerSecond: 10_000 };

/** A portal of its own in a sandbox on a free port; retries do not wait long. */
export async function openPortal(
  sandboxOptions: SandboxOptions = {},
  hubspotOptions: Partial<HubSpotOptions> = {},
): Promise<TestPortal> {
  const sandbox = await openSandbox({ seed: "none", ...sandboxOptions });
  const control = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  };
  const { max: perTenSeconds, searchesPerSecond } = unhurried;
  await control("PUT", "portal", { limits: { perTenSeconds, perDay: 10_000_000, searchesPerSecond } });
  const hubspot = openHubSpot({
    baseUrl: sandbox.url,
    token: sandbox.token,
    pacer: createPacer({ key: "test", limits: unhurried }),
    log: quietLog,
    sleep: () => Promise.resolve(),
    ...hubspotOptions,
  });
  return {
    sandbox,
    hubspot,
    control,
    async calls() {
      const { byOperation } = (await control("GET", "calls")) as { byOperation: Record<string, number> };
      await control("DELETE", "calls");
      return byOperation;
    },
    close: () => sandbox.close(),
  };
}
