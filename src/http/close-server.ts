import type { Server } from "node:http";

/**
 * Answers what has arrived, for at most `withinMs`. Node closes the connections that rest when it is told to close; one
 * whose answer is still under way would be kept for the caller's next request, so they are looked at again.
 */
export function closeServer(server: Server, withinMs = 5_000): Promise<void> {
  const startedAt = performance.now();
  const looking = setInterval(() => {
    if (performance.now() - startedAt < withinMs) server.closeIdleConnections();
    else server.closeAllConnections();
  }, 50);
  return new Promise((resolve, reject) => {
    server.close((error) => {
      clearInterval(looking);
      if (error) reject(error);
      else resolve();
    });
  });
}
