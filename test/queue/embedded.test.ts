import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { queueSuite } from "./suite.ts";

queueSuite(
  "the embedded Postgres",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "keyline-queue-"));
    return {
      options: { dataFolder: join(folder, "queue") },
      close: () => rm(folder, { recursive: true, force: true }),
    };
  },
  { severalProcesses: false },
);
