import { apiVersion, ask, readAll, type ApiRecord, type Call } from "./call.ts";
import { readOwners } from "./portal.ts";
import { readTable } from "./read-table.ts";

/**
 * Makes the account's users and owners, who come from no export: HubSpot has a page for them. `text` is a CSV of people
 * with the manager's email and the weekly hours as HubSpot keeps them. Who is there already (by email) stays.
 */
export async function loadPeople(call: Call, text: string): Promise<number> {
  const people = readPeople(text);
  const owners = new Set((await readOwners(call)).map((owner) => owner.email));
  const users = await readAll<ApiRecord>(call, `/crm/objects/${apiVersion}/users?limit=100&properties=hs_email`);
  const known = new Set(users.map((user) => user.properties["hs_email"]));
  const userIds = new Map(people.map((person) => [person["Email"], person["User ID"]]));

  const newOwners = people.filter((person) => !owners.has(person["Email"])).map(ownerOf);
  const newUsers = people
    .filter((person) => !known.has(person["Email"]))
    .map((person) => userOf(person, userIds.get(person["Manager"])));
  if (newOwners.length > 0) await ask(call, "POST", "/_sandbox/records/owners", { inputs: newOwners });
  if (newUsers.length > 0) await ask(call, "POST", "/_sandbox/records/users", { inputs: newUsers });
  return newOwners.length;
}

type Person = Partial<Record<string, string>>;

function readPeople(text: string): Person[] {
  const { headers, rows } = readTable(text);
  return rows.map(({ cells }) => Object.fromEntries(headers.map((header, at) => [header, cells[at]!])));
}

function ownerOf(person: Person) {
  const teams = [{ id: String(teamId(person["Team"]!)), name: person["Team"], primary: true }];
  return {
    properties: {
      email: person["Email"],
      firstName: person["First Name"],
      lastName: person["Last Name"],
      userId: Number(person["User ID"]),
      teams,
      archived: person["Deactivated"] === "Yes",
    },
  };
}

function userOf(person: Person, managerUserId: string | undefined) {
  return {
    properties: {
      hs_email: person["Email"],
      hs_given_name: person["First Name"],
      hs_family_name: person["Last Name"],
      hs_internal_user_id: person["User ID"],
      hs_job_title: person["Job title"],
      hs_standard_time_zone: person["Time zone"],
      hs_secondary_user_language_proficiency: person["Language"],
      hs_working_hours: person["Working hours"],
      ...(managerUserId === undefined ? {} : { hs_manager: managerUserId }),
      hs_deactivated: String(person["Deactivated"] === "Yes"),
    },
  };
}

const teams = ["Leadership", "Gulf accounts", "Europe and Egypt"];
const teamId = (name: string): number => teams.indexOf(name) + 1;
