import { describe, expect, test } from "@jest/globals";
import { Button, Checkbox, Form, LoadingButton, MultiSelect, ProgressBar, Select } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { SetUp } from "../../extensions/app/actions/SetUp.tsx";
import { refusal } from "./answers.ts";
import { fire, plain, stage, type Asked, type Reply } from "./stage.tsx";

const link = (id: string, name: string) => ({ id, name, url: null });
const seen = {
  companies: 3,
  toChange: 2,
  same: 1,
  gone: 0,
  notAllowed: 0,
  fields: [{ field: "type", change: 1, same: 1, overwrite: 1, kept: 0 }],
  overwritten: [{ company: link("102", "Gulf Line"), field: "type", from: "Sales account", to: "Key account" }],
  overwriteCount: 1,
};
const running = { state: "running", total: 3, done: 1, changed: 1, same: 0, failed: [] };
const done = {
  state: "done",
  total: 3,
  done: 3,
  changed: 1,
  same: 1,
  failed: [{ company: link("103", "Najd Foods"), reason: "HubSpot did not accept this: domain is required" }],
};

function openAction(progress: () => object = () => done, locale = "en", started?: () => Reply | "no answer") {
  const backend = ({ path }: Asked): Reply | "no answer" => {
    if (path === "/cards/bulk/options") return { body: { owners: [{ id: "11", name: "Noura Alharbi" }] } };
    if (path === "/cards/bulk/preview") return { body: seen };
    if (path === "/cards/bulk/start") return started?.() ?? { body: { id: "run-0001" } };
    return path === "/cards/bulk/progress" ? { body: progress() } : "no answer";
  };
  const shown = stage(SetUp, backend, { locale, location: "crm.bulkActions", chosenIds: [101, 102, 103] });
  const button = (text: string) => shown.find(LoadingButton, (one) => plain(one.text ?? "") === text);
  return { ...shown, button, writes: () => shown.asked.filter(({ method }) => method === "POST") };
}

/** As far as the preview: every company becomes a key account. */
async function previewed(...given: Parameters<typeof openAction>) {
  const shown = openAction(...given);
  await shown.until(() => expect(shown.maybeFind(Form)).not.toBeNull());
  fire(shown.find(Select, { name: "type" }), "onChange", "key");
  shown.find(Form).trigger("onSubmit");
  await shown.until(() => expect(shown.maybeFind(Form)).toBeNull());
  return shown;
}

test.each([
  ["en", ["For 3 companies", en.leaveAsItIs, en.rhythmByType, "Noura Alharbi"]],
  ["ar-sa", ["لعدد ٣ شركات", ar.leaveAsItIs, ar.rhythmByType]],
])("opens with what can be set, in %s", async (locale, words) => {
  const shown = openAction(undefined, locale);
  await shown.until(() => expect(shown.texts()).toEqual(expect.arrayContaining(words)));
  expect(shown.find(LoadingButton).props.disabled).toBe(true);
});

test("the preview is asked for the chosen companies and all that was chosen, and writes nothing", async () => {
  const shown = openAction();
  await shown.until(() => expect(shown.maybeFind(Form)).not.toBeNull());
  fire(shown.find(Select, { name: "rhythm" }), "onChange", "by-type");
  fire(shown.find(MultiSelect, { name: "teamIds" }), "onChange", ["11"]);
  fire(shown.find(Checkbox, { name: "overwrite" }), "onChange", false);
  shown.find(Form).trigger("onSubmit");
  await shown.until(() => expect(shown.writes()).toHaveLength(1));
  expect(shown.writes()[0]).toMatchObject({
    path: "/cards/bulk/preview",
    body: {
      recordIds: ["101", "102", "103"],
      changes: { type: null, rhythm: "by-type", teamIds: ["11"], overwrite: false },
    },
  });
});

test("the preview counts, and lists every value that gives way", async () => {
  const shown = await previewed();
  expect(shown.texts()).toEqual(
    expect.arrayContaining([
      "2 companies will change",
      "1 value gives way",
      "Gulf Line",
      "Sales account",
      "Key account",
    ]),
  );
  shown.find(Button).trigger("onClick");
  await shown.until(() => expect(shown.find(Select, { name: "type" }).props.value).toBe("key"));
});

describe("the run", () => {
  test("shows its progress until it is done, then names each failure with its reason", async () => {
    let progress: object = running;
    const shown = await previewed(() => progress);
    shown.button("Change 2 companies").trigger("onClick");
    await shown.until(() => expect(shown.find(ProgressBar).props.value).toBe(1));
    expect(shown.texts()).toContain(en.bulkMayClose);
    progress = done;
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["1 company changed", "1 company did not change", "Najd Foods", done.failed[0]?.reason]),
      ),
    );
    shown.find(Button, (one) => plain(one.text ?? "") === en.bulkTryThese).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("For 1 company"));
  });

  test("a double click begins one, and a lost answer is asked again under the same key", async () => {
    let tries = 0;
    const shown = await previewed(undefined, "en", () => (++tries === 1 ? "no answer" : { body: { id: "run-0001" } }));
    const press = () => shown.button("Change 2 companies").trigger("onClick");
    press();
    press();
    await shown.until(() => expect(shown.texts()).toContain(en.offlineText));
    press();
    await shown.until(() => expect(shown.maybeFind(ProgressBar)).not.toBeNull());
    const keys = shown
      .writes()
      .filter(({ path }) => path.endsWith("/start"))
      .map(({ body }) => body["idempotencyKey"]);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });
});

test("without permission says so", async () => {
  const shown = stage(SetUp, () => ({ status: 403, body: refusal("missing-scope") }), {
    location: "crm.bulkActions",
    chosenIds: [101],
  });
  await shown.until(() => expect(shown.texts()).toContain(en.scopeText));
});
