import { expect, test } from "@jest/globals";
import { settingsFrom } from "@keyline/domain";
import { quietLog } from "../../src/log.ts";
import { settingsOf } from "../../src/settings/settings-of.ts";
import { openPortal, type TestPortal } from "../hubspot/open-portal.ts";

/** All that the page needs, but no right to read companies. */
const scopes = [
  "crm.objects.custom.read",
  "crm.objects.deals.read",
  "crm.objects.owners.read",
  "crm.objects.users.read",
  "crm.schemas.companies.read",
  "crm.schemas.companies.write",
  "crm.schemas.deals.read",
];

async function page({ hubspot, close }: TestPortal) {
  try {
    const { accounts, unreadable } = await settingsOf({
      portalId: "4242",
      timeZone: "Asia/Riyadh",
      currency: "SAR",
      hubspot,
      settings: settingsFrom({}),
      now: () => new Date("2026-11-24T06:00:00Z"),
      log: quietLog,
      caller: { userId: "1", userEmail: "huda@example.com", language: "en" },
      settingsChanged: () => Promise.resolve(),
      setUpPortal: () => Promise.resolve(),
    });
    return { accounts, unreadable };
  } finally {
    await close();
  }
}

test("a portal whose properties are not made yet has no managed account", async () => {
  expect(await page(await openPortal())).toEqual({ accounts: 0, unreadable: [] });
});

test("accounts that cannot be counted are unknown, not none", async () => {
  const portal = await openPortal({ scopes });
  const words = {
    label: "Set",
    description: "Set",
    groupName: "companyinformation",
    type: "string",
    fieldType: "text",
  };
  const names = ["am_account_type", "am_rhythm"];
  await portal.hubspot.definitions.createProperties(
    "companies",
    names.map((name) => ({ name, ...words })),
  );
  expect(await page(portal)).toEqual({ accounts: null, unreadable: ["accounts"] });
});
