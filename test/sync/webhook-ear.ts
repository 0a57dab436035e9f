import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { HubSpotEvent } from "../../src/sync/events.ts";
import { hubspotEvents } from "../../src/sync/index.ts";

/** A server that only listens: whatever HubSpot tells is gathered. */
export interface Ear {
  url: string;
  /** What was told since the last question, in the order it came. */
  take(): HubSpotEvent[];
  close(): Promise<void>;
}

export async function openEar(): Promise<Ear> {
  let told: HubSpotEvent[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      told.push(...hubspotEvents.parse(JSON.parse(body)));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    take() {
      const taken = told;
      told = [];
      return taken;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
