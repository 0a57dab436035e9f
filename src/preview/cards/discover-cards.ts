import { readFile } from "node:fs/promises";
import path from "node:path";
import { translate } from "@hubspot/project-parsing-lib/translate";
import { Problem } from "@keyline/domain";
import { z } from "zod";

export type CardKind = "card" | "page" | "settings" | "bulk-action";

/** One thing of the project that HubSpot would host: a card, the app page, the settings page or a bulk action. */
export interface ProjectCard {
  uid: string;
  kind: CardKind;
  /** What HubSpot shows above it. The app page and the settings have no name of their own. */
  title: string | null;
  /** Where it runs, as `context.location` says it: "crm.record.tab", "pages", "settings", "crm.bulkActions", … */
  location: string;
  objectTypes: string[];
  displayMode: "PANEL" | "MODAL";
  /** Absolute path of the entry point. */
  entryFile: string;
}

export interface Project {
  cards: ProjectCard[];
  /** Prefixes that `hubspot.fetch` may call, from the app's `permittedUrls.fetch`. */
  permittedUrls: string[];
}

/** HubSpot's own names of the kinds, as its parser gives them (`src/lib/constants.js` of project-parsing-lib). */
const kinds: Record<string, CardKind> = {
  CARD: "card",
  PAGE: "page",
  SETTINGS: "settings",
  CRM_BULK_ACTION: "bulk-action",
};
const locations = { page: "pages", settings: "settings", "bulk-action": "crm.bulkActions" } as const;

const cardConfig = z.object({
  name: z.string().optional(),
  label: z.string().optional(),
  location: z.string().optional(),
  entrypoint: z.string(),
  objectTypes: z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])).default([]),
  displayMode: z.enum(["PANEL", "MODAL"]).default("PANEL"),
});
const appConfig = z.object({ permittedUrls: z.object({ fetch: z.array(z.string()).default([]) }).optional() });

/**
 * Reads a project folder with HubSpot's own parser.
 * @param projectFolder the folder that holds `app/`, what `srcDir` of hsproject.json names
 */
export async function discoverCards(projectFolder: string): Promise<Project> {
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
    { projectSourceDir: projectFolder, platformVersion: await platformVersionOf(projectFolder) },
    { skipValidation: true },
  );
  if (skippedHsMetaFiles.length > 0) {
    throw new Problem(
      "invalid-input",
      `HubSpot's parser skipped ${skippedHsMetaFiles.join(", ")}: check their folders.`,
    );
  }
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  return {
    cards: nodes.flatMap((node) => {
      const kind = kinds[node.componentType];
      if (!kind) return [];
      const config = cardConfig.parse(node.config);
      return {
        uid: node.uid,
        kind,
        title: config.name ?? config.label ?? null,
        location: kind === "card" ? (config.location ?? "crm.record.tab") : locations[kind],
        objectTypes: config.objectTypes,
        displayMode: config.displayMode,
        entryFile: path.join(projectFolder, config.entrypoint),
      };
    }),
    permittedUrls: nodes
      .filter((node) => node.componentType === "APPLICATION")
      .flatMap((node) => appConfig.parse(node.config).permittedUrls?.fetch ?? []),
  };
}

async function platformVersionOf(projectFolder: string): Promise<string> {
  for (const folder of [projectFolder, path.dirname(projectFolder)]) {
    const text = await readFile(path.join(folder, "hsproject.json"), "utf8").catch(() => null);
    if (text) return z.object({ platformVersion: z.string() }).parse(JSON.parse(text)).platformVersion;
  }
  return "2026.09";
}
