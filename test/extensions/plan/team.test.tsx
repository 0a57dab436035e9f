import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form, Input, NumberInput, Select } from "@hubspot/ui-extensions";
import type { TeamMember } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, plain, textIn } from "../stage.tsx";
import { openPlan, planWith, type Given } from "./open-plan.ts";
import { planCard, saved } from "./plan-card.ts";

const noura: TeamMember = { ownerId: "11", role: "lead_manager", duty: "Runs the account", hours: 120 };
const tom: TeamMember = { ownerId: "12", role: "specialist" };
const withTeam = (team: TeamMember[]) => planWith({ values: { ...planCard().plan!.values, team } });
const languages = [
  {
    locale: "en",
    words: en,
    lead: "Lead manager",
    notAPerson: "This value does not fit here.",
    theirs: "There now: Noura Alharbi, Executive sponsor, Opens doors",
    mine: "Yours: Noura Alharbi, Lead manager, Runs the account, Hours 100",
  },
  {
    locale: "ar-sa",
    words: ar,
    lead: "المدير الرئيسي",
    notAPerson: "هذه القيمة لا تصلح هنا.",
    theirs: "الموجود الآن: Noura Alharbi، الراعي التنفيذي، Opens doors",
    mine: "ما كتبته: Noura Alharbi، المدير الرئيسي، Runs the account، الساعات ١٠٠",
  },
] as const;

describe.each(languages)("who works on the account, in $locale", (under) => {
  const { locale, words, lead, notAPerson, theirs, mine } = under;
  const open = async (team: TeamMember[], given: Given = {}, answer = withTeam(team)) => {
    const shown = await openPlan(answer, { locale, tab: "resources", ...given });
    const form = () => shown.panel(words.teamTitle);
    const press = (name: string) =>
      form()
        .find(Button, ({ text }) => plain(text ?? "") === name)
        .trigger("onClick");
    return { ...shown, form, press, submit: () => form().find(Form).trigger("onSubmit") };
  };

  test("nobody yet: why it matters, and one button that adds somebody", async () => {
    const shown = await open([]);
    expect(shown.texts()).toEqual(expect.arrayContaining([words.teamWhy, words.addMember]));
  });

  test("each with role, duty and hours", async () => {
    const shown = await open([noura, tom]);
    expect(shown.texts()).toEqual(
      expect.arrayContaining(["Noura Alharbi", lead, "Runs the account", locale === "en" ? "120" : "١٢٠", "Tom Weber"]),
    );
  });

  test("whoever only reads sees them and no button", async () => {
    const reader = { ...withTeam([noura]), access: { canWrite: false, why: "read-only" } } as const;
    const shown = await openPlan(reader, { locale, tab: "resources" });
    expect(shown.texts()).toContain(lead);
    expect(shown.texts()).not.toContain(words.planEdit);
  });

  test("somebody is added, changed and taken out; the team is sent whole beside what was seen", async () => {
    const shown = await open([noura, tom]);
    fire(shown.form().find(NumberInput, { name: "hours-0" }), "onChange", 100);
    shown.press(words.addMember);
    await shown.until(() => expect(shown.form().maybeFind(Select, { name: "role-2" })).not.toBeNull());
    fire(shown.form().find(Select, { name: "person-2" }), "onChange", "12");
    fire(shown.form().find(Select, { name: "role-2" }), "onChange", "executive_sponsor");
    fire(shown.form().find(Input, { name: "duty-2" }), "onInput", "Opens doors");
    const second = shown.form().findAll(Button, ({ text }) => plain(text ?? "") === words.removeMember)[1];
    second?.trigger("onClick");
    await shown.until(() => expect(shown.form().maybeFind(Select, { name: "role-2" })).toBeNull());
    shown.submit();
    shown.submit();
    await shown.until(() => expect(shown.closed()).toEqual(["keyline-edit-team"]));
    expect(shown.writes()).toMatchObject([{ path: "/cards/plan/edit", body: { planKey: "101:2026" } }]);
    expect(shown.writes()[0]?.body).toMatchObject({
      expected: { team: [noura, tom] },
      wanted: {
        team: [
          { ...noura, hours: 100 },
          { ownerId: "12", role: "executive_sponsor", duty: "Opens doors" },
        ],
      },
    });
  });

  test("hours that were emptied are gone", async () => {
    const shown = await open([noura]);
    fire(shown.form().find(NumberInput, { name: "hours-0" }), "onChange", Number.NaN);
    shown.submit();
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    const { ownerId, role, duty } = noura;
    expect(shown.writes()[0]?.body["wanted"]).toEqual({ team: [{ ownerId, role, duty }] });
  });

  test("no one is not a person: said at the field, and nothing is sent", async () => {
    const shown = await open([noura]);
    fire(shown.form().find(Select, { name: "person-0" }), "onChange", "");
    shown.submit();
    await shown.until(() =>
      expect(shown.form().find(Select, { name: "person-0" }).props.validationMessage).toBe(notAPerson),
    );
    expect(shown.writes()).toEqual([]);
  });

  test("changed by somebody else meanwhile: both teams are shown with their roles; mine goes over theirs when asked", async () => {
    const found = { team: [{ ownerId: "11", role: "executive_sponsor", duty: "Opens doors" }] };
    const conflict = { status: 409, body: refusal("conflict", found) };
    const onWrite: Given["onWrite"] = (_, count) => (count === 1 ? conflict : saved(withTeam([noura])));
    const shown = await open([noura], { onWrite });
    fire(shown.form().find(NumberInput, { name: "hours-0" }), "onChange", 100);
    shown.submit();
    await shown.until(() => expect(textIn(shown.form()).split("\n")).toEqual(expect.arrayContaining([theirs, mine])));
    shown
      .form()
      .find(Alert)
      .find(Button, ({ text }) => text === words.useMine)
      .trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({ expected: found, wanted: { team: [{ ...noura, hours: 100 }] } });
  });

  test("a lost answer keeps the form, and trying again carries the same key", async () => {
    const shown = await open([noura], {
      onWrite: (_, count) => (count === 1 ? "no answer" : saved(withTeam([noura]))),
    });
    fire(shown.form().find(NumberInput, { name: "hours-0" }), "onChange", 100);
    shown.submit();
    await shown.until(() => expect(textIn(shown.form())).toContain(words.offlineText));
    expect(shown.form().find(NumberInput, { name: "hours-0" }).props.value).toBe(100);
    shown.submit();
    await shown.until(() => expect(shown.closed()).toHaveLength(1));
    expect(new Set(shown.writes().map(({ body }) => body["idempotencyKey"])).size).toBe(1);
  });
});
