import type { Manifest } from "./schema.ts";
import { crmSubscriptions } from "./webhooks.ts";

/** A `*-hsmeta.json` has exactly these (hubspot.com, developer platform 2026.09). */
export interface HsMeta {
  uid: string;
  type: "app" | "card" | "page" | "settings" | "crm-bulk-action" | "workflow-action" | "webhooks";
  config: Record<string, unknown>;
}

/** Every `*-hsmeta.json` of the project, by its path below `extensions/`. Folder names are HubSpot's own. */
export function hsMetaFiles(manifest: Manifest): Map<string, HsMeta> {
  const { cards, page, settings, bulkActions, workflowActions, auth } = manifest;
  const files: [string, HsMeta][] = [["app/app-hsmeta.json", appMeta(manifest)]];
  for (const { uid, file, ...config } of cards) {
    files.push([
      metaPath("cards", file),
      { uid, type: "card", config: { ...config, entrypoint: entry("cards", file) } },
    ]);
  }
  if (page) files.push([metaPath("pages", page.file), surface(page, "page", "pages")]);
  if (settings) files.push([metaPath("settings", settings.file), surface(settings, "settings", "settings")]);
  for (const { uid, file, ...config } of bulkActions) {
    const withEntry = { ...config, entrypoint: entry("actions", file) };
    files.push([metaPath("actions", file), { uid, type: "crm-bulk-action", config: withEntry }]);
  }
  for (const action of workflowActions) {
    files.push([`app/workflow-actions/${action.uid}-hsmeta.json`, workflowActionMeta(action, manifest.backendUrl)]);
  }
  // HubSpot builds the webhooks component for private apps with static auth only.
  if (auth.type === "static") files.push(["app/webhooks/webhooks-hsmeta.json", webhooksMeta(manifest)]);
  return new Map(files);
}

function appMeta({ uid, name, description, distribution, auth, scopes, ...rest }: Manifest): HsMeta {
  const { permittedUrls, support, backendUrl } = rest;
  return {
    uid,
    type: "app",
    config: {
      name,
      description,
      distribution,
      auth: {
        type: auth.type,
        ...(auth.type === "oauth" ? { redirectUrls: auth.redirectUrls } : {}),
        requiredScopes: scopes.required,
        optionalScopes: scopes.optional,
        conditionallyRequiredScopes: [],
      },
      permittedUrls: { ...permittedUrls, fetch: [backendUrl, ...permittedUrls.fetch] },
      support,
    },
  };
}

function surface({ uid, file }: { uid: string; file: string }, type: "page" | "settings", folder: string): HsMeta {
  return { uid, type, config: { entrypoint: entry(folder, file) } };
}

function workflowActionMeta(action: Manifest["workflowActions"][number], backendUrl: string): HsMeta {
  const { uid, path, clients, ...config } = action;
  const supportedClients = clients.map((client) => ({ client }));
  return {
    uid,
    type: "workflow-action",
    config: { actionUrl: `${backendUrl}${path}`, isPublished: true, supportedClients, ...config },
  };
}

function webhooksMeta({ uid, backendUrl, webhooks }: Manifest): HsMeta {
  const { path, maxConcurrentRequests, hubEvents } = webhooks;
  return {
    uid: `${uid}_webhooks`,
    type: "webhooks",
    config: {
      settings: { targetUrl: `${backendUrl}${path}`, maxConcurrentRequests },
      subscriptions: {
        crmObjects: crmSubscriptions(webhooks),
        legacyCrmObjects: [],
        hubEvents: hubEvents.map((subscriptionType) => ({ subscriptionType, active: true })),
      },
    },
  };
}

/** `CheckIns.tsx` in `cards` has `app/cards/check-ins-hsmeta.json`. */
function metaPath(folder: string, file: string): string {
  const name = file.replace(/\.tsx$/, "").replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`);
  return `app/${folder}/${name.toLowerCase()}-hsmeta.json`;
}

/** HubSpot reads entry points from the project's source folder. */
function entry(folder: string, file: string): string {
  return `/app/${folder}/${file}`;
}
