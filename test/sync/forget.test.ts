import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { accountNeed, contact } from "@keyline/domain";
import { openFileStore } from "../../src/commands/open-place.ts";
import { heardFrom } from "../../src/sync/heard.ts";
import { keptAnswers } from "../../src/sync/index.ts";
import { companiesCalledFor } from "../../src/sync/read-events.ts";
import { settle, type PortalParts } from "../../src/sync/settle.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";
import { openEar, type Ear } from "./webhook-ear.ts";

const portalId = "48000001";
let stage: Stage;
let ear: Ear;
let folder: string;
let parts: PortalParts & { store: ReturnType<typeof openFileStore> };

beforeAll(async () => {
  stage = await openStage();
  ear = await openEar();
  folder = await mkdtemp(join(tmpdir(), "keyline-forget-"));
  parts = { ...stage.parts, portalId, store: openFileStore(join(folder, "store.json")) };
  await stage.control("PUT", "webhooks", { targetUrl: ear.url });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await ear?.close();
  await rm(folder, { recursive: true, force: true });
});

test("a contact who must be forgotten is named nowhere any more, and everybody else still is", async () => {
  const people = await stage.hubspot.records(contact).create([
    { properties: {}, extra: { email: "sara@example.com" } },
    { properties: {}, extra: { email: "omar@example.com" } },
  ]);
  const [sara = "", omar = ""] = people.written.map(({ id }) => id);
  await stage.hubspot.records(contact).update([{ id: omar, properties: { am_reports_to: sara } }]);
  const [companyId = ""] = await stage.companies(1, {});
  const need = (n: number, voiced_by_contact_id: string) => ({
    key: `${companyId}:${n}`,
    properties: {
      need_name: "Speed",
      need_status: "confirmed",
      company_record_id: Number(companyId),
      voiced_by_contact_id,
    } as const,
  });
  await stage.hubspot.records(accountNeed).upsert([need(1, sara), need(2, omar)]);
  await parts.store.set(`${keptAnswers(portalId)}/cards/summary:1`, "Sara");
  await parts.store.set(`${keptAnswers(portalId)}/workflow-actions/x:1`, "kept");
  await stage.sandbox.webhooksIdle();
  ear.take();

  const body = { objectId: sara };
  await stage.hubspot.request({ method: "POST", path: "/crm/objects/2026-09/contacts/gdpr-delete", body });
  await stage.sandbox.webhooksIdle();
  const told = ear.take().flatMap((event) => heardFrom(event) ?? []);
  const { forget } = await companiesCalledFor(stage.hubspot, told);
  expect([...forget]).toEqual([sara]);
  expect(await settle("forget", parts, [...forget])).toMatchObject({ written: 2, refused: [] });

  const needs = await stage.hubspot
    .records(accountNeed)
    .read([`${companyId}:1`, `${companyId}:2`], { idProperty: accountNeed.key });
  const voiced = new Map(needs.map(({ properties }) => [properties.need_key, properties.voiced_by_contact_id]));
  expect([voiced.get(`${companyId}:1`), voiced.get(`${companyId}:2`)]).toEqual([null, omar]);
  expect((await stage.hubspot.records(contact).readOne(omar))?.properties.am_reports_to).toBeNull();
  expect((await parts.store.list("")).map(({ value }) => value)).toEqual(["kept"]);
  expect(await settle("forget", parts, [sara])).toMatchObject({ written: 0 });
});
