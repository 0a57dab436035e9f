import { describe, expect, test } from "@jest/globals";
import {
  Alert,
  Button,
  Form,
  Input,
  Link,
  LoadingButton,
  SearchInput,
  Select,
  Table,
  TableHeader,
  TableRow,
} from "@hubspot/ui-extensions";
import { fire, plain } from "../stage.tsx";
import { delivery, details, line4, many, needs, proof, reporting } from "./answers.ts";
import { buttonOf, openNeed, openNeeds, press, type OpenCard } from "./open-card.ts";

/** The names in the first column, top down. */
const listed = (shown: OpenCard) =>
  shown
    .findAll(TableRow)
    .slice(1)
    .map((row) => plain(row.find(Link).text ?? ""));

describe("the list", () => {
  test.each([
    [
      "en",
      [
        "3 open needs · 2 high-risk · 2 without an initiative",
        "Confirmed",
        "High",
        "S. Haddad",
        "Meeting with stakeholders · Tue 3 Nov",
      ],
    ],
    [
      "ar-sa",
      [
        "٣ احتياجات مفتوحة – اثنان عاليا الخطورة – اثنان بلا مبادرة",
        "مؤكَّد",
        "مرتفع",
        "اجتماع مع أصحاب المصلحة – الثلاثاء ٣ نوفمبر",
      ],
    ],
  ])("in %s", async (locale, words) => {
    const shown = await openNeeds(needs(), undefined, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
  });

  test("shows open needs, the most pressing first", async () => {
    expect(listed(await openNeeds())).toEqual(["Same-day delivery", "Reporting in Arabic", "Proof for every batch"]);
  });

  test("names further people who voiced it, and one who is no longer there", async () => {
    const gone = { ...reporting, voicedBy: ["99"] };
    const shown = await openNeeds(needs({ needs: [delivery, gone] }));
    expect(shown.texts()).toEqual(
      expect.arrayContaining(["L. Nasser and 1 other", "Someone no longer at this company"]),
    );
  });

  test("a need with a deal links to it; one without offers to open one", async () => {
    const shown = await openNeeds();
    const link = shown.find(Link, (one) => plain(one.text ?? "") === line4.name);
    expect(link.props.href).toBe(line4.url);
    expect(shown.findAll(Button, (button) => plain(button.text ?? "") === "Open a deal")).toHaveLength(2);
  });

  test("five hundred needs come ten a page, and further pages cost no call", async () => {
    const shown = await openNeeds(needs({ needs: many(500), people: [] }));
    expect(shown.find(Table).props).toMatchObject({ paginated: true, page: 1, pageCount: 50 });
    expect(listed(shown)).toHaveLength(10);
    const first = listed(shown);
    fire(shown.find(Table), "onPageChange", 50);
    await shown.until(() => expect(shown.find(Table).props).toMatchObject({ page: 50 }));
    expect(listed(shown)).toHaveLength(10);
    expect(listed(shown)).not.toEqual(first);
    expect(shown.asked).toHaveLength(1);
  });

  test("other filters begin at the first page", async () => {
    const shown = await openNeeds(needs({ needs: many(500), people: [] }));
    fire(shown.find(Table), "onPageChange", 3);
    await shown.until(() => expect(shown.find(Table).props).toMatchObject({ page: 3 }));
    fire(shown.find(Select, { name: "risk", variant: "transparent" }), "onChange", "high");
    await shown.until(() => expect(shown.find(Table).props).toMatchObject({ page: 1, pageCount: 17 }));
  });

  test("a column's title sorts, and turns the order round", async () => {
    const shown = await openNeeds();
    const title = () => shown.find(TableHeader, (one) => plain(one.text ?? "") === "Need");
    expect(title().props).toMatchObject({ sortDirection: "none" });
    fire(title(), "onSortChange", "ascending");
    await shown.until(() => expect(title().props).toMatchObject({ sortDirection: "ascending" }));
    expect(listed(shown)[0]).toBe("Proof for every batch");
    fire(title(), "onSortChange", "descending");
    await shown.until(() => expect(listed(shown)[0]).toBe("Same-day delivery"));
  });

  test("searching leaves what fits; nothing that fits says so and offers all again", async () => {
    const shown = await openNeeds();
    fire(shown.find(SearchInput), "onInput", "arabic");
    await shown.until(() => expect(listed(shown)).toEqual(["Reporting in Arabic"]));
    fire(shown.find(SearchInput), "onInput", "zebra");
    await shown.until(() => expect(shown.texts()).toContain("No need fits these filters."));
    press(shown, "Clear the filters");
    await shown.until(() => expect(listed(shown)).toHaveLength(3));
  });

  test("only people who voiced something can be chosen", async () => {
    const shown = await openNeeds();
    const { options = [] } = shown.find(Select, { name: "voice" }).props;
    expect(options.map(({ label }) => label)).toEqual(["Anyone", "S. Haddad", "L. Nasser"]);
  });
});

describe("what is missing", () => {
  test.each([
    [
      "en",
      [
        "What is missing",
        "2 high-risk needs have no initiative: Reporting in Arabic and Same-day delivery",
        "1 need was not confirmed for 90 days: Same-day delivery",
        "1 person who decides, and no need of theirs is known: R. Alanazi",
      ],
    ],
    [
      "ar-sa",
      ["ما الذي ينقص", "احتياج لم يُؤكَّد منذ ٩٠ يومًا: Same-day delivery", "صاحب قرار لا نعرف له احتياجًا: R. Alanazi"],
    ],
  ])("stands on top, in %s", async (locale, words) => {
    const shown = await openNeeds(needs(), undefined, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
    expect(shown.find(Alert).props.variant).toBe("warning");
  });

  test("without gaps there is no alert", async () => {
    const shown = await openNeeds(needs({ needs: [proof], people: [] }));
    expect(shown.maybeFind(Alert)).toBeNull();
  });

  test("more than three are counted", async () => {
    const shown = await openNeeds(needs({ needs: many(12), people: [] }));
    expect(shown.texts()).toContain("4 high-risk needs have no initiative: Need 1, Need 4, Need 7 and 1 more");
  });

  test("“Show them” leaves only these, and says so until all are shown again", async () => {
    const shown = await openNeeds();
    press(shown, "Show them");
    await shown.until(() => expect(listed(shown)).toEqual(["Same-day delivery"]));
    expect(shown.texts()).toContain("Only needs to be confirmed again");
    press(shown, "Show all");
    await shown.until(() => expect(listed(shown)).toHaveLength(3));
  });

  test("who decides and was not asked is filled into the form", async () => {
    const shown = await openNeeds(needs({ needs: [proof] }));
    const forms = shown.findAll(Button, (button) => plain(button.text ?? "") === "Add a need");
    const ofPerson = forms.map(({ props }) => props.overlay?.find(Select, { name: "voicedBy" }).props.value);
    expect(ofPerson).toEqual(["", "31"]);
  });
});

describe("one need", () => {
  test("is read when its panel opens, and says all that is known", async () => {
    const shown = await openNeeds();
    expect(shown.asked).toHaveLength(1);
    const panel = await openNeed(shown, reporting);
    expect(shown.asked[1]).toMatchObject({ path: "/cards/needs/one", query: { needKey: reporting.key } });
    expect(shown.texts()).toEqual(
      expect.arrayContaining([
        "Risk: High",
        "Priority: High",
        "Reports that shift leaders read",
        "Auditors ask the shift leaders",
        "Three misread alarms",
        "Something they could do better",
        "Tue 3 Nov · 21 days ago",
        "No initiative yet",
      ]),
    );
    expect(panel().maybeFind(Form)).toBeNull();
  });

  test("its history reads as sentences, on the portal's days", async () => {
    const shown = await openNeeds();
    await openNeed(shown, reporting);
    expect(shown.texts()).toEqual(
      expect.arrayContaining([
        "Fri 20 Nov · Noura Alharbi",
        "Risk: Low → High",
        "Voiced by: None → S. Haddad",
        "Wed 4 Nov · written down",
      ]),
    );
  });

  test("what serves it stands with its status and date", async () => {
    const shown = await openNeeds();
    await openNeed(shown, proof);
    expect(shown.texts()).toContain("Batch records · In progress · Sun 20 Dec");
  });

  test.each([
    ["one that nobody confirmed", delivery, "Still true"],
    ["one that nothing serves", reporting, "Plan an initiative"],
    ["one that was confirmed long ago", { ...proof, knownOn: "2026-01-01" as const }, "Still true"],
  ])("%s: the primary button is what it needs most", async (_, need, expected) => {
    const panel = await openNeed(await openNeeds(needs({ needs: [need] })), need);
    const primary = [...panel().findAll(Button), ...panel().findAll(LoadingButton)].filter(
      ({ props }) => props.variant === "primary",
    );
    expect(primary.map((button) => plain(button.text ?? ""))).toEqual([expected]);
  });

  test("is read anew when it is opened again, and what was typed is still there", async () => {
    const shown = await openNeeds();
    const panel = await openNeed(shown, reporting);
    press(panel(), "Edit");
    await shown.until(() => expect(panel().maybeFind(Form)).not.toBeNull());
    fire(panel().find(Input, { name: "name" }), "onInput", "Half-written");
    shown.find(Link, (one) => plain(one.text ?? "") === reporting.name).trigger("onClick");
    await shown.until(() => expect(shown.asked).toHaveLength(3));
    expect(panel().find(Input, { name: "name" }).props.value).toBe("Half-written");
  });

  test("details that fail say so, with another try", async () => {
    let isConnected = false;
    const answer = needs();
    const { stage } = await import("../stage.tsx");
    const { Needs } = await import("../../../extensions/app/cards/Needs.tsx");
    const shown = stage(Needs, ({ path }) => {
      if (path === "/cards/needs") return { body: answer };
      return isConnected ? { body: details(reporting) } : "no answer";
    });
    await shown.until(() => expect(shown.maybeFind(Link)).not.toBeNull());
    const link = () => shown.find(Link, (one) => plain(one.text ?? "") === reporting.name);
    link().trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("This did not load"));
    isConnected = true;
    buttonOf(link().props.overlay!, "Try again").trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Three misread alarms"));
  });
});

describe("nothing yet", () => {
  test.each([
    ["en", "No needs known yet", "Ask first: S. Haddad and R. Alanazi."],
    ["ar-sa", "لا احتياجات معروفة بعد", "ابدأ بسؤال: S. Haddad وR. Alanazi."],
  ])("says what belongs here, whom to ask, and begins with one button: %s", async (locale, title, ask) => {
    const shown = await openNeeds(needs({ needs: [] }), undefined, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining([title, ask]));
    expect(shown.findAll(Button)).toHaveLength(1);
  });
});

describe("who only reads", () => {
  const readOnly = needs({ access: { canWrite: false, why: "read-only" } });

  test("finds, opens and reads, and changes nothing", async () => {
    const shown = await openNeeds(readOnly);
    expect(new Set(shown.findAll(Button).map((button) => plain(button.text ?? "")))).toEqual(new Set(["Show them"]));
    const link = () => shown.find(Link, (one) => plain(one.text ?? "") === reporting.name);
    link().trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain("Three misread alarms"));
    expect(link().props.overlay?.findAll(Button)).toEqual([]);
  });
});
