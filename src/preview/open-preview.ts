import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Problem } from "@keyline/domain";
import express, { type ErrorRequestHandler, type Express } from "express";
import { z } from "zod";
import { type BuiltCard, buildProject } from "./cards/index.ts";
import { bundlePage, pageHtml } from "./bundle-page.ts";
import { type Crm, openCrm } from "./crm.ts";
import { type EventFeed, createEventFeed } from "./feed.ts";
import { createHubSpotFetch } from "./hubspot-fetch.ts";
import { objectWords } from "./own-labels.ts";
import { cardFetchRoutes } from "./routes/card-fetch.ts";
import { clockRoutes, readClock } from "./routes/clock.ts";
import { dataHookRoutes } from "./routes/data-hooks.ts";
import { eventRoutes } from "./routes/events.ts";
import { recordRoutes } from "./routes/records.ts";

export interface PreviewOptions {
  /** 0 or nothing: any free port. */
  port?: number;
  /** The emulated HubSpot that the page reads and writes, and the app's facts there. */
  hubspot: { url: string; token: string; clientSecret: string; appId: number | string };
  /** Where the cards' requests go. */
  backendUrl: string;
  /** Address of the sandbox that serves `/_sandbox/clock`. */
  sandboxControl: string;
  /** The folder that holds `app/`, as HubSpot's `srcDir`. */
  projectFolder: string;
  /** Where bundles are kept between starts. */
  cacheFolder: string;
  feed?: EventFeed;
  /** The name of the company that the page opens on, for who comes without one; else the first by name. */
  openOn?: string;
  /** Called after a person moved the clock, so that the worker looks at once at what has come due. */
  onClockMoved?: () => void;
  /** The moment of signing, in ms; give the clock that the backend judges the age of a signature by. Else the real one. */
  signedAt?: () => number;
  log: Log;
}

export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface Preview {
  url: string;
  close(): Promise<void>;
}

/**
 * A stand-in for HubSpot's record page that hosts the cards as HubSpot's bundler builds them.
 * Listens on this machine only: whoever reaches it acts with the sandbox's token.
 * @throws Problem when a card does not build
 */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const [project, assets] = await Promise.all([buildProject(options), bundlePage()]);
  report(project.cards, options.log);

  const crm = openCrm(options.hubspot);
  const account = await crm.account();
  const feed = options.feed ?? createEventFeed();
  const app = express();
  app.use(express.json({ limit: "2mb" }));

  app.get("/", (_request, response) => void response.type("html").send(pageHtml));
  for (const [name, text] of Object.entries(assets)) {
    app.get(`/${name}`, (_request, response) => void response.type(name.split(".")[1] ?? "js").send(text));
  }
  for (const card of project.cards) {
    app.get(`/cards/${card.uid}.js`, (_request, response) => response.sendFile(card.file, { dotfiles: "allow" }));
  }

  app.get("/api/start", async (_request, response) =>
    response.json(await startFacts(crm, account, project.cards, options)),
  );
  app.use("/api", recordRoutes(crm));
  app.use("/api/clock", clockRoutes(options.sandboxControl, options.onClockMoved ?? (() => undefined)));
  app.use("/api/events", eventRoutes(feed));
  app.use(
    "/api/hooks",
    dataHookRoutes({
      crm,
      place: { timeZone: account.timeZone, currency: account.companyCurrency },
      now: () => readClock(options.sandboxControl),
    }),
  );
  const send = createHubSpotFetch({
    ...options.hubspot,
    backendUrl: options.backendUrl,
    portalId: account.portalId,
    permittedUrls: project.permittedUrls,
    ...(options.signedAt && { now: options.signedAt }),
  });
  app.use("/api/fetch", cardFetchRoutes(send, feed));
  app.use(answerProblems(options.log));
  return listen(app, options.port ?? 0);
}

async function startFacts(
  crm: Crm,
  account: { portalId: number; timeZone: string; companyCurrency: string },
  cards: BuiltCard[],
  { hubspot, sandboxControl, openOn }: PreviewOptions,
) {
  const [owners, schemas, clock] = await Promise.all([crm.owners(), crm.schemas(), readClock(sandboxControl)]);
  return {
    portal: { id: account.portalId, timeZone: account.timeZone, currency: account.companyCurrency },
    appId: hubspot.appId,
    owners,
    schemas: schemas.map(({ objectTypeId, name, labels, primaryDisplayProperty }) => ({
      objectTypeId,
      plural: objectWords[name] ?? { en: labels.plural, ar: labels.plural },
      primaryDisplayProperty,
    })),
    now: clock.toISOString(),
    cards: cards.map(({ file: _file, entryFile: _entry, ...card }) => card),
    openOn: openOn ?? null,
  };
}

function report(cards: BuiltCard[], log: Log): void {
  for (const { uid, bytes, gzipBytes, builtInMs } of cards) {
    log.info(
      { card: uid, bytes, gzipBytes, builtInMs },
      builtInMs === null ? "card taken from the cache" : "card built",
    );
  }
}

function answerProblems(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    if (error instanceof z.ZodError) {
      response.status(400).json({ code: "invalid-input", message: z.prettifyError(error) });
      return;
    }
    if (error instanceof Problem) {
      response.status(error.status).json({ code: error.code, message: error.message });
      return;
    }
    log.error({ err: error }, "the preview failed to answer");
    response.status(500).json({ code: "internal", message: "The preview failed; its log says why." });
  };
}

/** On the port asked for, or on any other when somebody has it. */
async function listen(app: Express, port: number): Promise<Preview> {
  const server = createServer(app);
  const listening = (at: number) => once(server.listen(at, "127.0.0.1"), "listening");
  await listening(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listening(0);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
