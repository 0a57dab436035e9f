// Runs as a process of its own, so that two cards build at once and vite's memory goes when they are built.
// Plain JavaScript: it starts without a loader, under tsx and under Jest alike.
import path from "node:path";
import { remoteBuild } from "@hubspot/ui-extensions-dev-server";

process.on("message", (task) => void build(task));

async function build({ uid, entryFile, outputDir }) {
  const startedAt = performance.now();
  try {
    await remoteBuild({
      root: path.dirname(entryFile),
      entryPoint: path.basename(entryFile),
      outputDir,
      logLevel: "silent",
      appConfig: {},
    });
    process.send({ uid, ms: Math.round(performance.now() - startedAt) });
  } catch (error) {
    process.send({ uid, failure: error instanceof Error ? error.message : String(error) });
  }
}
