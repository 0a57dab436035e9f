import { describe, expect, test } from "@jest/globals";
import { LoadingButton } from "@hubspot/ui-extensions";
import { needOfProduct, type Opening, type OpeningsSection } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { line4, reporting, written } from "../needs/answers.ts";
import { plain, type Asked, type Reply } from "../stage.tsx";
import { openPlan, type Given } from "./open-plan.ts";
import { planCard } from "./plan-card.ts";

const monitoring: Opening = {
  productId: "900",
  name: "Cold chain monitoring",
  priceMinor: 4_800_000,
  boughtByPeers: 7,
  peers: 12,
  needKey: null,
  dealId: null,
};
const audit: Opening = { ...monitoring, productId: "901", name: "Energy audit", priceMinor: null, boughtByPeers: 0 };
const withOpenings = (changed: Partial<OpeningsSection> = {}, more: Parameters<typeof planCard>[0] = {}) =>
  planCard({ openings: { isKnown: true, hasPeers: true, rows: [monitoring], ...changed }, ...more });
const key = `101:${needOfProduct("900")}`;
const need = { ...reporting, key, name: monitoring.name };
const agree = ({ path }: Asked): Reply => ({
  body: written(path.endsWith("/add") ? need : { ...need, dealId: line4.id }, path.endsWith("/add") ? null : line4),
});

const languages = [
  {
    locale: "en",
    words: en,
    bought: "7 of 12 like them",
    price: "SAR 48k",
    what: "Cold chain monitoring: 7 of 12 accounts like them bought it",
  },
  {
    locale: "ar-sa",
    words: ar,
    bought: "٧ من ١٢ مثلهم",
    price: "٤٨ ألف",
    what: "Cold chain monitoring: اشتراه ٧ من ١٢ حسابات مثلهم",
  },
] as const;

describe.each(languages)("what could still be sold, in $locale", ({ locale, words, bought, price, what }) => {
  const open = async (onWrite: NonNullable<Given["onWrite"]> = agree, answer = withOpenings()) => {
    const shown = await openPlan(answer, { locale, onWrite });
    const button = (name: string) => shown.maybeFind(LoadingButton, ({ text }) => plain(text ?? "") === name);
    return { ...shown, button, press: (name: string) => button(name)?.trigger("onClick") };
  };
  const paths = (writes: Asked[]) => writes.map(({ path }) => path);

  test("stands with what accounts like this one bought, and its price", async () => {
    const shown = await open(undefined, withOpenings({ rows: [monitoring, audit] }));
    const texts = shown.texts();
    expect(texts).toEqual(expect.arrayContaining(["Cold chain monitoring", bought, words.peersNobody]));
    expect(texts.join("\n")).toContain(price);
  });

  test.each<["openingsNone" | "openingsUnknown" | "openingsNoPeers", Partial<OpeningsSection>]>([
    ["openingsNone", { rows: [] }],
    ["openingsUnknown", { rows: [], isKnown: false }],
    ["openingsNoPeers", { hasPeers: false }],
  ])("%s is said", async (said, changed) => {
    const shown = await open(undefined, withOpenings(changed));
    expect(shown.texts()).toContain(words[said]);
    // A column of "nobody" beside it would say it again in every row.
    expect(shown.texts()).not.toContain(words.peersNobody);
  });

  test("that nobody bought becomes a need that does not claim otherwise", async () => {
    const shown = await open(undefined, withOpenings({ rows: [audit] }));
    shown.press(words.makeNeed);
    await shown.until(() => expect(shown.writes()).toMatchObject([{ body: { what: null } }]));
  });

  test("becomes a need by one click, under the key of its product, however often it is clicked", async () => {
    const shown = await open();
    shown.press(words.makeNeed);
    shown.press(words.makeNeed);
    await shown.until(() => expect(shown.texts()).toContain(words.isNeed));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/needs/add",
        body: { onceId: "product-900", name: "Cold chain monitoring", source: "data_analysis" },
      },
    ]);
    expect(plain(String(shown.writes()[0]?.body["what"]))).toBe(what);
    expect(shown.alerts()).toEqual([{ type: "success", message: words.needMade }]);
    expect(shown.button(words.makeNeed)).toBeNull();
    expect(shown.button(words.openingDeal)).not.toBeNull();
  });

  test("becomes a deal with its need by one click, at its list price", async () => {
    const shown = await open();
    shown.press(words.openingDeal);
    await shown.until(() => expect(shown.texts()).toContain(words.hasDeal));
    expect(paths(shown.writes())).toEqual(["/cards/needs/add", "/cards/needs/open-deal"]);
    expect(shown.writes()[1]?.body).toMatchObject({
      needKey: key,
      name: "Cold chain monitoring",
      amountMinor: 4_800_000,
    });
    expect(shown.alerts()).toEqual([{ type: "success", message: words.dealOpened }]);
    expect([shown.button(words.makeNeed), shown.button(words.openingDeal)]).toEqual([null, null]);
  });

  test("which is a need already opens its deal without another need", async () => {
    const shown = await open(agree, withOpenings({ rows: [{ ...monitoring, needKey: key }] }));
    shown.press(words.openingDeal);
    await shown.until(() => expect(shown.texts()).toContain(words.hasDeal));
    expect(paths(shown.writes())).toEqual(["/cards/needs/open-deal"]);
  });

  test("a need that HubSpot refuses opens no deal, and says why", async () => {
    const shown = await open(() => ({ status: 422, body: refusal("refused") }));
    shown.press(words.openingDeal);
    await shown.until(() => expect(shown.texts()).toContain("said by the backend: refused"));
    expect(paths(shown.writes())).toEqual(["/cards/needs/add"]);
    expect(shown.alerts()).toEqual([]);
  });

  test("a deal whose answer was lost is asked for again under its own key, without a second need", async () => {
    const shown = await open((asked, count) => (count === 2 ? "no answer" : agree(asked)));
    shown.press(words.openingDeal);
    await shown.until(() => expect(shown.texts()).toContain(words.offlineText));
    expect(shown.texts()).toContain(words.isNeed);
    shown.press(words.openingDeal);
    await shown.until(() => expect(shown.texts()).toContain(words.hasDeal));
    expect(paths(shown.writes())).toEqual(["/cards/needs/add", "/cards/needs/open-deal", "/cards/needs/open-deal"]);
    const keys = shown
      .writes()
      .slice(1)
      .map(({ body }) => body["idempotencyKey"]);
    expect(new Set(keys).size).toBe(1);
  });

  test("whoever only reads sees how it stands, and no button", async () => {
    const access = { canWrite: false, why: "read-only" } as const;
    const shown = await open(agree, withOpenings({ rows: [{ ...monitoring, needKey: key }] }, { access }));
    expect(shown.texts()).toContain(words.isNeed);
    expect([shown.button(words.makeNeed), shown.button(words.openingDeal)]).toEqual([null, null]);
  });
});
