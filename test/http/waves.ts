import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Stands between the backend and HubSpot and counts calls in sequence. While it counts, it holds every call back until the
 * backend has made all that it can make without an answer, then answers them together: one wave. However slow the machine
 * is, what waits for an answer comes in a later wave, so that the number of waves is the number of calls in a row.
 */
export interface Waves {
  url: string;
  /** The calls that `run` costs, wave by wave: `["POST /crm/…/batch/read", …]`. */
  during(run: () => Promise<unknown>): Promise<string[][]>;
  close(): Promise<void>;
}

/** So long without a further call means that the backend waits. */
const quietMs = 500;

export async function openWaves(target: string): Promise<Waves> {
  let waves: string[][] | null = null;
  let held: { name: string; forward: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const release = () => {
    const wave = held;
    held = [];
    waves?.push(wave.map(({ name }) => name));
    for (const { forward } of wave) forward();
  };
  const server = createServer((request, response) => {
    const forward = () => void pass(target, request, response);
    if (!waves) return forward();
    held.push({ name: `${request.method} ${(request.url ?? "").split("?")[0]}`, forward });
    clearTimeout(timer);
    timer = setTimeout(release, quietMs);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async during(run) {
      const counted: string[][] = [];
      waves = counted;
      await run();
      waves = null;
      return counted;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" && !["host", "connection", "content-length"].includes(name) ? [[name, value]] : [],
    ),
  );
  const answer = await fetch(`${target}${request.url}`, {
    method: request.method ?? "GET",
    headers,
    ...(body.length > 0 && { body }),
  });
  const text = await answer.text();
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" });
  response.end(text);
}
