import { expect, test } from "@jest/globals";
import { Button, Link } from "@hubspot/ui-extensions";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns } from "../answers.ts";
import { stage } from "../stage.tsx";
import { panelOf } from "./open-card.ts";

const url = "https://keyline.example.com/paper/check-ins.ics?signature=x";

test.each([
  ["en", "Calendar file", "Download the calendar file"],
  ["ar-sa", "ملف التقويم", "نزّل ملف التقويم"],
])("the calendar file is asked for when it is wanted, in %s", async (locale, name, load) => {
  const shown = stage(
    CheckIns,
    ({ path }) => ({ body: path === "/cards/check-ins/calendar-link" ? { url, goodForSeconds: 900 } : checkIns() }),
    { locale },
  );
  await shown.until(() => expect(shown.texts()).toContain(name));
  expect(shown.asked).toHaveLength(1);
  const button = () => panelOf(shown, name);
  shown.find(Button, (one) => (one.text ?? "").includes(name)).trigger("onClick");
  await shown.until(() => expect(button().maybeFind(Link)).not.toBeNull());
  expect(button().find(Link).props.href).toEqual({ url, external: true });
  expect(shown.texts()).toContain(load);
});
