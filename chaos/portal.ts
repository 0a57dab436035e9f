import { accountAt, people, type Account } from "./accounts.ts";
import type { Api } from "./api.ts";
import { dayOfPlanning, morning } from "./expected.ts";
import { runKeyline } from "./keyline.ts";

/** A company of the portal by its record id, with the account that it stands for. */
export type Companies = ReadonlyMap<string, Account>;

const version = "2026-09";
/** The portal is filled by the sandbox's own route for people, and is in no hurry to refuse. */
const unhurried = { perTenSeconds: 1_000_000, perDay: 100_000_000, searchesPerSecond: 100_000 };
const managed = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" };

/**
 * A provisioned portal with accounts, on the morning on which all of them are due: for half of them the check-ins were
 * planned by a pass of days before, the other half got its rhythm just now.
 */
export async function fillPortal(
  api: Api,
  environment: Record<string, string>,
  count: number,
  searchLagMs: number,
): Promise<Companies> {
  await api.call("PUT", "/_sandbox/portal", { timeZone: "Asia/Riyadh", limits: unhurried, searchLagMs: 0 });
  await api.call("PUT", "/_sandbox/clock", { now: dayOfPlanning });
  await runKeyline(["provision"], environment);
  await makePeople(api);
  await writeSettings(api);
  const companies = await makeCompanies(api, count);
  await makeContacts(api, companies);
  await giveRhythm(api, companies, false);
  await runKeyline(["plan-check-ins", "--now", dayOfPlanning], environment);
  await giveRhythm(api, companies, true);
  await api.call("PUT", "/_sandbox/clock", { now: morning });
  await api.call("PUT", "/_sandbox/portal", { searchLagMs });
  return companies;
}

async function makePeople(api: Api): Promise<void> {
  const owners = people.map(({ id, userId, firstName, hasLeft }) => ({
    properties: { id, userId, firstName, email: `${firstName}@example.com`.toLowerCase(), archived: hasLeft },
  }));
  const users = people.map(({ userId, firstName, timeZone, managerUserId }) => ({
    properties: {
      hs_given_name: firstName,
      hs_email: `${firstName}@example.com`.toLowerCase(),
      hs_internal_user_id: String(userId),
      ...(timeZone && { hs_standard_time_zone: timeZone }),
      ...(managerUserId && { hs_manager: String(managerUserId) }),
    },
  }));
  await api.call("POST", "/_sandbox/records/owners", { inputs: owners });
  await api.call("POST", "/_sandbox/records/users", { inputs: users });
}

/** As the settings page would write them: room for all on one day, and each person's language. */
async function writeSettings(api: Api): Promise<void> {
  const byOwner = Object.fromEntries(people.map(({ id, language }) => [id, language]));
  const settings = JSON.stringify({ capacityPerDay: 1_000_000, language: { byOwner } });
  const properties = {
    plan_key: "framework",
    plan_name: "Framework",
    settings,
    plan_status: "active",
  };
  const path = `/crm/objects/${version}/p_account_plan/batch/upsert`;
  const inputs = [{ id: "framework", idProperty: "plan_key", properties }];
  await api.call("POST", path, { inputs });
}

async function makeCompanies(api: Api, count: number): Promise<Map<string, Account>> {
  const companies = new Map<string, Account>();
  for (let start = 0; start < count; start += 100) {
    const numbers = Array.from({ length: Math.min(100, count - start) }, (_, index) => start + index);
    const inputs = numbers.map((number) => {
      const { name, tier, owner } = accountAt(number);
      return { properties: { name, am_tier: tier, hubspot_owner_id: owner.id, domain: `n${number}.example.com` } };
    });
    const { results } = await api.call<{ results: { id: string; properties: { domain: string } }[] }>(
      "POST",
      "/_sandbox/records/companies",
      { inputs },
    );
    for (const { id, properties } of results) companies.set(id, accountAt(Number(/\d+/.exec(properties.domain)?.[0])));
  }
  return companies;
}

async function makeContacts(api: Api, companies: Companies): Promise<void> {
  const ids = [...companies].filter(([, { hasContact }]) => hasContact).map(([id]) => id);
  const contactToCompany = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 279 };
  for (let start = 0; start < ids.length; start += 100) {
    const inputs = ids.slice(start, start + 100).map((id) => ({
      properties: { email: `person-${id}@example.com` },
      associations: [{ to: { id }, types: [contactToCompany] }],
    }));
    await api.call("POST", "/_sandbox/records/contacts", { inputs });
  }
}

async function giveRhythm(api: Api, companies: Companies, isNew: boolean): Promise<void> {
  const ids = [...companies].filter(([, account]) => account.isNew === isNew).map(([id]) => id);
  for (let start = 0; start < ids.length; start += 100) {
    const inputs = ids.slice(start, start + 100).map((id) => ({ id, properties: managed }));
    await api.call("POST", `/crm/objects/${version}/companies/batch/update`, { inputs });
  }
}
