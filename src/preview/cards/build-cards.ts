import { fork } from "node:child_process";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { Problem } from "@keyline/domain";
import { type Project, type ProjectCard, discoverCards } from "./discover-cards.ts";
import { hashSources } from "./hash-sources.ts";

/** A card bundled as HubSpot bundles it. */
export interface BuiltCard extends ProjectCard {
  /** Absolute path of the bundle: one script that expects the globals of HubSpot's worker. */
  file: string;
  bytes: number;
  gzipBytes: number;
  /** Null when the bundle came from the cache. */
  builtInMs: number | null;
}

interface Folders {
  projectFolder: string;
  cacheFolder: string;
}

/**
 * Builds every card of a project with HubSpot's bundler, or takes the bundles from the cache when nothing that they are
 * made of changed.
 * @throws Problem `invalid-input` with the bundler's message when a card does not build
 */
export async function buildCards(folders: Folders): Promise<BuiltCard[]> {
  return (await buildProject(folders)).cards;
}

/** As `buildCards`, with what else the host must know of the project. */
export async function buildProject({ projectFolder, cacheFolder }: Folders): Promise<Project & { cards: BuiltCard[] }> {
  const [project, hash] = await Promise.all([discoverCards(projectFolder), hashSources(projectFolder)]);
  const folder = path.join(cacheFolder, hash);
  const times = (await exists(folder)) ? null : await buildInto(folder, project.cards);
  await forgetAllBut(hash, cacheFolder);
  return {
    ...project,
    cards: await Promise.all(
      project.cards.map(async (card) => {
        const file = path.join(folder, `${card.uid}.js`);
        const code = await readFile(file);
        const builtInMs = times?.get(card.uid) ?? null;
        return { ...card, file, bytes: code.length, gzipBytes: gzipSync(code).length, builtInMs };
      }),
    ),
  };
}

/** Builds beside the cache and moves the whole folder in at the end: a start that is cut off leaves nothing half-built. */
async function buildInto(folder: string, cards: ProjectCard[]): Promise<Map<string, number>> {
  const workshop = `${folder}.${process.pid}.building`;
  await mkdir(workshop, { recursive: true });
  try {
    const times = await runBuilds(cards, workshop);
    for (const card of cards) {
      const name = path.basename(card.entryFile).replace(/\.[jt]sx?$/, ".js");
      await rename(path.join(workshop, `${card.uid}-build`, name), path.join(workshop, `${card.uid}.js`));
      await rm(path.join(workshop, `${card.uid}-build`), { recursive: true });
    }
    await writeFile(path.join(workshop, "times.json"), JSON.stringify(Object.fromEntries(times)));
    await rename(workshop, folder).catch((cause: NodeJS.ErrnoException) => {
      // Another process built the same sources meanwhile: its bundles are as good as ours.
      if (cause.code !== "ENOTEMPTY" && cause.code !== "EEXIST") throw cause;
    });
    return times;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function runBuilds(cards: ProjectCard[], workshop: string): Promise<Map<string, number>> {
  const waiting = [...cards];
  const times = new Map<string, number>();
  const processes = Array.from({ length: Math.min(availableParallelism(), cards.length) }, async () => {
    const child = fork(new URL("build-process.js", import.meta.url), {
      execArgv: [],
      env: { ...process.env, NODE_ENV: "production" },
    });
    try {
      for (let card = waiting.shift(); card; card = waiting.shift()) {
        const { uid, entryFile } = card;
        times.set(uid, await ask(child, { uid, entryFile, outputDir: path.join(workshop, `${uid}-build`) }));
      }
    } finally {
      child.kill();
    }
  });
  await Promise.all(processes);
  return times;
}

function ask(
  child: ReturnType<typeof fork>,
  task: { uid: string; entryFile: string; outputDir: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) =>
      reject(new Problem("internal", `The bundler stopped (exit code ${code}) while it built ${task.uid}.`));
    child.once("exit", died);
    child.once("message", (answer: { ms?: number; failure?: string }) => {
      child.off("exit", died);
      if (answer.failure === undefined) resolve(answer.ms ?? 0);
      else reject(new Problem("invalid-input", `HubSpot's bundler refused ${task.uid}: ${answer.failure}`));
    });
    child.send(task);
  });
}

/** Keeps the bundles in use and the three newest others: who switches branches finds them again. */
async function forgetAllBut(current: string, cacheFolder: string): Promise<void> {
  const names = (await readdir(cacheFolder)).filter((name) => name !== current && !name.endsWith(".building"));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(cacheFolder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(3);
  await Promise.all(old.map(({ name }) => rm(path.join(cacheFolder, name), { recursive: true, force: true })));
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
