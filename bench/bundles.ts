import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildCards } from "../src/preview/cards/index.ts";

/** One card, page, settings page or bulk action, as HubSpot's bundler makes it: what a browser loads to show it. */
export interface BundleFigure {
  bench: "bundles";
  uid: string;
  kind: string;
  bytes: number;
  gzipBytes: number;
}

const root = resolve(import.meta.dirname, "..");

/** Builds everything in `app.json` that HubSpot would host, anew, and weighs it; the heaviest first. */
export async function benchBundles(): Promise<BundleFigure[]> {
  const cacheFolder = await mkdtemp(join(tmpdir(), "keyline-bundles-"));
  try {
    const built = await buildCards({ projectFolder: join(root, "extensions"), cacheFolder });
    return built
      .map(({ uid, kind, bytes, gzipBytes }): BundleFigure => ({ bench: "bundles", uid, kind, bytes, gzipBytes }))
      .toSorted((one, other) => other.gzipBytes - one.gzipBytes);
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}
