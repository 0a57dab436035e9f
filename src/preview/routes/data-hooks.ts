import express, { type Router } from "express";
import { z } from "zod";
import type { Crm } from "../crm.ts";
import { type Locale, formatProperties } from "../format-properties.ts";

const formatting = z
  .object({
    propertiesToFormat: z.union([z.literal("all"), z.array(z.string())]).optional(),
    formattingOptions: z
      .object({
        date: z.object({ format: z.string(), relative: z.boolean() }).partial(),
        dateTime: z.object({ format: z.string(), relative: z.boolean() }).partial(),
        currency: z.object({ addSymbol: z.boolean() }).partial(),
      })
      .partial()
      .optional(),
  })
  .default({});
const viewer = { locale: z.string(), options: formatting };
const record = { objectTypeId: z.string(), objectId: z.coerce.string() };
const value = z.union([z.string(), z.number(), z.boolean()]);
const search = z.object({
  objectType: z.string(),
  properties: z.array(z.string()).default([]),
  query: z.string().default(""),
  filterGroups: z
    .array(
      z.object({
        filters: z.array(
          z.object({
            propertyName: z.string(),
            operator: z.string(),
            value: value.optional(),
            values: z.array(value).optional(),
            highValue: value.optional(),
          }),
        ),
      }),
    )
    .default([]),
  sorts: z.array(z.object({ propertyName: z.string(), direction: z.enum(["ASCENDING", "DESCENDING"]) })).default([]),
  pageLength: z.number().int().min(1).max(100).default(10),
  after: z.string().optional(),
});

interface Options {
  crm: Crm;
  place: Omit<Locale, "locale">;
  now: () => Promise<Date>;
}

/** HubSpot's side of `useCrmProperties`, `useAssociations`, `useCrmSearch` and `formatCrmProperties`. */
export function dataHookRoutes({ crm, place, now }: Options): Router {
  const router = express.Router();

  async function format(
    type: string,
    rows: Row[],
    { locale, options }: z.infer<z.ZodObject<typeof viewer>>,
  ): Promise<Row[]> {
    const chosen = options.propertiesToFormat;
    if (!chosen) return rows;
    const definitions = await crm.properties(type);
    const settings = { locale: { ...place, locale }, options: options.formattingOptions ?? {}, now: await now() };
    return rows.map((row) => formatProperties(row, chosen, definitions, settings));
  }

  router.post("/properties", async (request, response) => {
    const asked = z.object({ ...record, ...viewer, properties: z.array(z.string()) }).parse(request.body);
    const found = await crm.read(asked.objectTypeId, asked.objectId, asked.properties);
    const row = Object.fromEntries(asked.properties.map((name) => [name, found.properties[name] ?? null]));
    response.json((await format(asked.objectTypeId, [row], asked))[0]);
  });

  router.post("/associations", async (request, response) => {
    const asked = z
      .object({
        ...record,
        ...viewer,
        request: z.object({
          toObjectType: z.string(),
          properties: z.array(z.string()).default([]),
          pageLength: z.number().int().min(1).max(100).default(10),
          offset: z.number().int().min(0).default(0),
        }),
      })
      .parse(request.body);
    const { toObjectType, properties, pageLength, offset } = asked.request;
    const all = await crm.associations(asked.objectTypeId, asked.objectId, toObjectType);
    const page = all.slice(offset, offset + pageLength);
    const ids = page.map(({ toObjectId }) => String(toObjectId));
    const records = new Map((await crm.readMany(toObjectType, ids, properties)).map((found) => [found.id, found]));
    const rows = await format(
      toObjectType,
      page.map(({ toObjectId }) => records.get(String(toObjectId))?.properties ?? {}),
      asked,
    );
    response.json({
      results: page.map(({ toObjectId, associationTypes }, index) => ({
        toObjectId: Number(toObjectId),
        associationTypes: associationTypes.map((type) => ({ ...type, label: type.label ?? "" })),
        properties: rows[index],
      })),
      hasMore: offset + pageLength < all.length,
      nextOffset: Math.min(offset + pageLength, all.length),
    });
  });

  router.post("/search", async (request, response) => {
    const asked = z.object({ ...viewer, request: search }).parse(request.body);
    const { objectType, pageLength, after, ...query } = asked.request;
    const found = await crm.search(objectType, { ...query, limit: pageLength, ...(after && { after }) });
    const rows = await format(
      objectType,
      found.results.map(({ properties }) => properties),
      asked,
    );
    const next = found.paging?.next?.after;
    response.json({
      results: found.results.map(({ id }, index) => ({ objectId: Number(id), properties: rows[index] })),
      total: found.total,
      hasMore: next !== undefined,
      ...(next !== undefined && { after: next }),
    });
  });

  router.post("/format", async (request, response) => {
    const asked = z
      .object({
        ...viewer,
        propertiesList: z.array(z.record(z.string(), z.string().nullable())),
        objectType: z.string(),
      })
      .parse(request.body);
    const options = { ...asked.options, propertiesToFormat: "all" as const };
    response.json(await format(asked.objectType, asked.propertiesList, { ...asked, options }));
  });

  return router;
}

type Row = Record<string, string | null>;
