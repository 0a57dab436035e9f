import { test } from "@jest/globals";
import { hasRedisServer, openRedisServer } from "./redis-server.ts";
import { queueSuite } from "./suite.ts";

if (hasRedisServer()) {
  queueSuite(
    "Redis",
    async () => {
      const server = await openRedisServer();
      return { options: { redisUrl: server.url }, close: () => server.close() };
    },
    { severalProcesses: true },
  );
} else {
  test.skip("the queue on Redis: no redis-server here", () => {});
}
