import { Agent, createServer, get, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "@jest/globals";
import { closeServer } from "../../src/http/close-server.ts";

async function listening(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Asks on a connection that it would keep, and gives what came back. */
async function ask(url: string): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  const [response] = (await once(get(url, { agent }), "response")) as [IncomingMessage];
  return text(response);
}

test("a request under way is answered, and its connection is not kept", async () => {
  const { server, url } = await listening((_request, response) => void setTimeout(() => response.end("done"), 300));
  const asked = ask(url);
  await once(server, "request");
  const startedAt = performance.now();
  await closeServer(server, 20_000);
  expect(await asked).toBe("done");
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test("a request that never gets its answer is cut off after a while", async () => {
  const { server, url } = await listening(() => {});
  const refused = expect(ask(url)).rejects.toThrow(/socket hang up|ECONNRESET/);
  await once(server, "request");
  await closeServer(server, 300);
  await refused;
});
