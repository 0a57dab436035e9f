import { describe, expect, test } from "@jest/globals";
import { Button, Link, LoadingSpinner, Select } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { plain, fire, textIn, type Asked } from "../stage.tsx";
import { openPlan, planWith, type Given } from "./open-plan.ts";
import { planCard } from "./plan-card.ts";

const isLinks = ({ path }: Asked) => path === "/cards/plan/print-links";
const linkOf = (kind: string, language: string | undefined) =>
  `https://keyline.example.com/paper/plan?for=${kind}&lang=${language}`;
const giveLinks = (asked: Asked) => {
  if (!isLinks(asked)) return undefined;
  const { language } = asked.query;
  return { body: { inside: linkOf("inside", language), customer: linkOf("customer", language), goodForSeconds: 900 } };
};
const languages = [
  { locale: "en", words: en, own: "en", other: "ar", goodFor: "The links work for 15 minutes." },
  { locale: "ar-sa", words: ar, own: "ar", other: "en", goodFor: "يعمل الرابط ١٥ دقيقة." },
] as const;

async function openDialog(words: typeof en | typeof ar, given: Given, answer = planCard()) {
  const shown = await openPlan(answer, { onRead: giveLinks, ...given });
  expect(shown.asked.filter(isLinks)).toEqual([]);
  const dialog = () => shown.modal(words.printTitle);
  dialog().trigger("onOpen");
  await shown.until(() => expect(dialog().maybeFind(Select)).not.toBeNull());
  const hrefs = () =>
    dialog()
      .findAll(Link)
      .map(({ props }) => props.href);
  return { ...shown, dialog, hrefs };
}

describe.each(languages)("the plan on paper, in $locale", ({ locale, words, own, other, goodFor }) => {
  const links = (language: string) => [
    { url: linkOf("inside", language), external: true },
    { url: linkOf("customer", language), external: true },
  ];

  test("its links are asked for as the dialog opens, in the reader's language", async () => {
    const shown = await openDialog(words, { locale });
    expect(shown.dialog().maybeFind(LoadingSpinner)).not.toBeNull();
    await shown.until(() => expect(shown.hrefs()).toEqual(links(own)));
    expect(shown.asked.filter(isLinks).map(({ query }) => query)).toMatchObject([
      { companyId: "101", planKey: "101:2026", language: own },
    ]);
    const texts = textIn(shown.dialog()).split("\n");
    expect(texts).toEqual(expect.arrayContaining([words.printInside, words.printCustomer, goodFor]));
  });

  test("in the other language they are other links", async () => {
    const shown = await openDialog(words, { locale });
    fire(shown.dialog().find(Select), "onChange", other);
    await shown.until(() => expect(shown.hrefs()).toEqual(links(other)));
  });

  test("refused says why, with another try", async () => {
    let isRefused = true;
    const onRead = (asked: Asked) =>
      isLinks(asked) && isRefused ? { status: 429, body: refusal("rate-limited") } : giveLinks(asked);
    const shown = await openDialog(words, { locale, onRead });
    await shown.until(() => expect(textIn(shown.dialog())).toContain(words.busyText));
    expect(shown.hrefs()).toEqual([]);
    isRefused = false;
    shown.dialog().find(Button).trigger("onClick");
    await shown.until(() => expect(shown.hrefs()).toEqual(links(own)));
  });

  test("whoever only reads may print, also a closed plan", async () => {
    const reader = planWith({ status: "closed" }, { access: { canWrite: false, why: "read-only" } });
    const shown = await openDialog(words, { locale }, reader);
    await shown.until(() => expect(shown.hrefs()).toEqual(links(own)));
    expect(shown.menu().map(plain)).toEqual([words.printItem]);
  });
});
