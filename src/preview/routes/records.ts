import express, { type Router } from "express";
import { z } from "zod";
import type { Crm } from "../crm.ts";
import { labelsFor } from "../own-labels.ts";

const names = z.string().transform((text) => text.split(",").filter((name) => name !== ""));
const properties = z.object({ properties: z.record(z.string(), z.string()) });

/** What a person does on a record page, through HubSpot's public API: look, search, edit, archive. */
export function recordRoutes(crm: Crm): Router {
  const router = express.Router();

  router.get("/properties/:type", async (request, response) => {
    const { type } = request.params;
    const { language } = z.object({ language: z.enum(["en", "ar"]).default("en") }).parse(request.query);
    const [definitions, schemas] = await Promise.all([crm.properties(type), crm.schemas()]);
    response.json(labelsFor(type, definitions, schemas, language));
  });

  router.get("/records/:type", async (request, response) => {
    const query = z
      .object({
        query: z.string().default(""),
        properties: names,
        after: z.string().optional(),
        sort: z.string().optional(),
      })
      .parse(request.query);
    const found = await crm.search(request.params.type, {
      query: query.query,
      properties: query.properties,
      limit: 50,
      ...(query.after && { after: query.after }),
      ...(query.sort && { sorts: [{ propertyName: query.sort, direction: "ASCENDING" }] }),
    });
    response.json({ total: found.total, results: found.results, after: found.paging?.next?.after ?? null });
  });

  router.get("/records/:type/:id", async (request, response) => {
    const { properties: wanted } = z.object({ properties: names }).parse(request.query);
    response.json(await crm.read(request.params.type, request.params.id, wanted));
  });

  router.patch("/records/:type/:id", async (request, response) => {
    const { type, id } = request.params;
    response.json(await crm.write(type, id, properties.parse(request.body).properties));
  });

  router.delete("/records/:type/:id", async (request, response) => {
    await crm.archive(request.params.type, request.params.id);
    response.status(204).end();
  });

  router.post("/records/:type", async (request, response) => {
    const { to, ...given } = properties
      .extend({ to: z.object({ type: z.string(), id: z.string() }).optional() })
      .parse(request.body);
    const created = await crm.create(request.params.type, given.properties);
    if (to) await crm.associate(request.params.type, created.id, to.type, to.id);
    response.status(201).json(created);
  });

  router.get("/records/:type/:id/associated/:toType", async (request, response) => {
    const { type, id, toType } = request.params;
    const { properties: wanted } = z.object({ properties: names }).parse(request.query);
    const associations = await crm.associations(type, id, toType);
    const ids = associations.map(({ toObjectId }) => String(toObjectId));
    const records = new Map((await crm.readMany(toType, ids, wanted)).map((record) => [record.id, record]));
    response.json(
      associations.flatMap(({ toObjectId, associationTypes }) => {
        const record = records.get(String(toObjectId));
        return record ? [{ ...record, labels: associationTypes.flatMap(({ label }) => label ?? []) }] : [];
      }),
    );
  });

  return router;
}
