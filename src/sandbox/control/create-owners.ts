import type { Owner } from "../portal/owner.ts";
import { batchBody, readInputs } from "../services/batch.ts";
import { created, type Answer, type Call } from "../services/service.ts";
import { asFlag, asList, asObject, asOptionalText, asText, asWhole, required, type Json } from "../wire/read-json.ts";
import { conflict, invalid } from "../wire/refusal.ts";

/**
 * Owners, each an input `{properties: {email, firstName, lastName, …}}`; also `id`, `userId`, `teams`, `archived` and
 * `type`, for whoever needs them fixed. An owner that exists (same id) is replaced: people leave and change teams.
 */
export function createOwners(call: Call): Answer {
  const owners = readInputs(call.body).map((input) =>
    readOwner(call, asObject(input.properties ?? input, "properties")),
  );
  for (const owner of owners) {
    const twin = [...call.portal.owners.values()].find(({ email, id }) => email === owner.email && id !== owner.id);
    if (twin) throw conflict(`An owner with the e-mail ${owner.email} exists already: ${twin.id}`);
    call.portal.owners.put(owner.id, owner);
  }
  return created(
    batchBody(
      call,
      owners.map((owner) => present(owner)),
    ),
  );
}

/** A record's envelope around the owner, with its fields as properties and, for convenience, beside them. */
function present(owner: Owner) {
  const { id, createdAt, updatedAt, archived, teams: _teams, ...rest } = owner;
  const properties = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return { ...owner, id, createdAt, updatedAt, archived, properties };
}

function readOwner(call: Call, given: Json): Owner {
  const text = (camel: string, plain: string) => asOptionalText(given[camel] ?? given[plain], camel) ?? "";
  const email = asText(required(given, "email"), "email");
  const id = asOptionalText(given.id, "id") ?? String(call.portal.nextId("owner"));
  if (!/^\d+$/.test(id)) throw invalid(`owner id ${id} is not a number`);
  const known = call.portal.owners.get(id);
  const at = call.portal.now().toISOString();
  const userId =
    given.userId === undefined
      ? (known?.userIdIncludingInactive ?? Number(id) + 1_000_000)
      : asWhole(given.userId, "userId");
  const teams = given.teams === undefined ? known?.teams : asTeams(given.teams);
  return {
    id,
    email,
    firstName: text("firstName", "firstname"),
    lastName: text("lastName", "lastname"),
    type: given.type === "QUEUE" ? "QUEUE" : "PERSON",
    userId,
    userIdIncludingInactive: userId,
    ...(teams ? { teams } : {}),
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
    archived: given.archived === undefined ? false : asFlag(given.archived, "archived"),
  };
}

function asTeams(raw: unknown): Owner["teams"] {
  const list = typeof raw === "string" ? (JSON.parse(raw) as unknown) : raw;
  return asList(list, "teams").map((each) => {
    const team = asObject(each, "team");
    return {
      id: asText(required(team, "id"), "id"),
      name: asText(required(team, "name"), "name"),
      primary: team.primary === undefined ? true : asFlag(team.primary, "primary"),
    };
  });
}
