import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { defaultSettings, frameworkKey, type Settings, type SettingsSection } from "@keyline/domain";
import { openStage, type Stage } from "../http/open-stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("all", "2026-11-24T06:00:00Z");
  await stage.hubspot("POST", "/_sandbox/records/owners", {
    inputs: [{ properties: { email: "noura@example.com", firstName: "Noura" } }],
  });
}, 60_000);
afterAll(() => stage.close());
beforeEach(() => hold(""));

const framework = `/crm/objects/2026-09/p_account_plan/${frameworkKey}?idProperty=plan_key`;
/** What the framework record says, as somebody else left it. */
async function hold(settings: string) {
  await stage.hubspot("PATCH", framework, { properties: { settings } });
}
const held = async (): Promise<Settings> => {
  const { properties } = await stage.hubspot("GET", `${framework}&properties=settings`);
  return JSON.parse(properties.settings as string) as Settings;
};
const read = () => stage.send({ method: "GET", path: "/cards/settings" });
const save = (section: SettingsSection, before: Settings, after: Settings, key: string = crypto.randomUUID()) => {
  const body = { idempotencyKey: key, section, before, after };
  return stage.send({ method: "POST", path: "/cards/settings/save", body });
};
const withGrace = (graceDays: number): Settings => ({ ...defaultSettings, graceDays });

describe("the settings page", () => {
  test("shows the defaults of a portal that has set nothing, and what can be chosen", async () => {
    const { status, body } = await read();

    expect(status).toBe(200);
    expect(body).toMatchObject({ settings: defaultSettings, isSpoilt: false, accounts: 0, unreadable: [] });
    expect(body.dateProperties).toContainEqual({ value: "am_contract_end", name: "Contract end" });
    expect(body.pipelines[0].stages.length).toBeGreaterThan(1);
  });

  test("of a text that somebody spoilt shows the defaults, and every other card still answers", async () => {
    await hold("{ not json");
    stage.backend.portals.renew(stage.portalId);

    expect((await read()).body).toMatchObject({ settings: defaultSettings, isSpoilt: true });
    await save("rhythms", defaultSettings, withGrace(4));
    expect((await held()).graceDays).toBe(4);
  });
});

describe("saving a section", () => {
  test("is kept in HubSpot, and what is served from then on goes by it", async () => {
    const { status, body } = await save("rhythms", defaultSettings, withGrace(5));

    expect({ status, grace: body.settings.settings.graceDays }).toEqual({ status: 200, grace: 5 });
    expect((await held()).graceDays).toBe(5);
    expect((await stage.backend.portals.open(stage.portalId)).settings.graceDays).toBe(5);
  });

  test("leaves what somebody else changed in another section", async () => {
    await hold(JSON.stringify({ ...defaultSettings, fiscalYearStartMonth: 4 }));

    await save("rhythms", defaultSettings, withGrace(5));

    expect(await held()).toMatchObject({ graceDays: 5, fiscalYearStartMonth: 4 });
  });

  test("that somebody else changed meanwhile is a conflict, with what stands there now", async () => {
    await hold(JSON.stringify(withGrace(9)));

    const { status, body } = await save("rhythms", defaultSettings, withGrace(5));

    expect(status).toBe(409);
    expect(body.error.found.settings.graceDays).toBe(9);
    expect((await held()).graceDays).toBe(9);
  });

  test("with a mistake is refused at its field, and nothing is written", async () => {
    const wrong = { ...defaultSettings, workingWeek: [] };

    const { status, body } = await save("calendar", defaultSettings, wrong);

    expect(status).toBe(400);
    expect(body.error.fields).toEqual([expect.objectContaining({ path: "after.workingWeek" })]);
  });

  test("wakes the planner and the numbers", async () => {
    const woken = new Set<string>();
    const stop = stage.backend.queue.onEvent(({ job, state }) => void (state === "added" && woken.add(job)));

    await save("rhythms", defaultSettings, withGrace(6));

    stop();
    expect([...woken]).toEqual(expect.arrayContaining(["plan-portal", "recalculate-portal"]));
  });

  test("another language of labels renames them in HubSpot", async () => {
    const after = { ...defaultSettings, language: { ...defaultSettings.language, labels: "ar" as const } };
    const done = new Promise<void>((resolve) => {
      stage.backend.queue.onEvent(({ job, state }) => void (job === "set-up-portal" && state === "done" && resolve()));
    });

    await save("language", defaultSettings, after);
    await done;

    const tier = await stage.hubspot("GET", "/crm/properties/2026-09/companies/am_tier");
    expect(tier.label).toBe("الفئة");
  });
});

describe("the installation", () => {
  test("says what is missing, and makes it when asked", async () => {
    await stage.hubspot("DELETE", "/crm/properties/2026-09/companies/am_territory");
    const look = () => stage.send({ method: "GET", path: "/cards/settings/installation" });
    expect((await look()).body.missing).toContain("property companies.am_territory (restored)");
    const done = new Promise<void>((resolve) => {
      stage.backend.queue.onEvent(({ job, state }) => void (job === "set-up-portal" && state === "done" && resolve()));
    });

    const body = { idempotencyKey: crypto.randomUUID() };
    await stage.send({ method: "POST", path: "/cards/settings/set-up", body });
    await done;

    expect((await look()).body.missing).toEqual([]);
  });

  test("sends one test reminder to whoever asks, however often the click arrives", async () => {
    const order = { idempotencyKey: crypto.randomUUID() };
    const send = () => stage.send({ method: "POST", path: "/cards/settings/test-reminder", body: order });

    const answers = [await send(), await send()];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { results } = await stage.hubspot("GET", "/crm/objects/2026-09/tasks?limit=100&properties=hs_task_subject");
    expect(
      (results as { properties: Record<string, string> }[]).map(({ properties }) => properties["hs_task_subject"]),
    ).toEqual(["A reminder from Keyline, as a test"]);
  });
});
