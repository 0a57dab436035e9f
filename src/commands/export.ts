import { createWriteStream } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { declarations, type Declared } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Command } from "./command.ts";
import { withPortals } from "./with-portals.ts";

/** Everything that Keyline keeps in HubSpot, one JSON line a record, so that nobody is held by it. */
export const exportCommand: Command = {
  name: "export",
  summary: "Write every record and property that Keyline keeps, one JSON line each, to a file",
  options: { to: "FILE" },
  run: (context) =>
    withPortals(context, async (portals) => {
      const to = context.options["to"] ?? "keyline-export.jsonl";
      const file = context.isDryRun ? null : createWriteStream(to);
      const counts: Record<string, number> = {};
      for (const portalId of await portals.ids()) {
        const { hubspot } = await portals.open(portalId);
        for (const declared of declarations) {
          const count = await exportObject(hubspot, declared, portalId, file);
          counts[declared.name] = (counts[declared.name] ?? 0) + count;
        }
      }
      if (file) await ended(file);
      const lines = Object.entries(counts).map(([name, count]) => `${name}: ${count}`);
      return { json: { file: context.isDryRun ? null : to, records: counts }, lines: [...lines, `in ${to}`] };
    }),
};

/** HubSpot's own objects are exported where one of our properties has a value. */
async function exportObject(hubspot: HubSpot, declared: Declared, portalId: string, file: Writable | null) {
  let count = 0;
  for await (const page of hubspot.records(declared).list()) {
    for (const { id, properties, createdAt } of page) {
      const values = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
      if (Object.keys(values).length === 0) continue;
      count++;
      const line = JSON.stringify({ portalId, object: declared.name, id, createdAt, properties: values });
      if (file && !file.write(`${line}\n`)) await once(file, "drain");
    }
  }
  return count;
}

function ended(file: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    file.once("error", reject);
    file.end(resolve);
  });
}
