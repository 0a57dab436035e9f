import { describe, expect, test } from "@jest/globals";
import * as domain from "@keyline/domain";
import {
  associationLabels,
  declarations,
  languages,
  type AnyField,
  type Choices,
  type Declared,
  type Words,
} from "@keyline/domain";

const objects = declarations.filter((declared) => declared.kind === "object");
const ours = new Set(objects.map(({ name }) => name));
const hubspots = new Set(["companies", "contacts", "deals", "tickets", "tasks"]);
const fieldsOf = (declared: Declared): [string, AnyField][] => Object.entries(declared.fields);
/** Letters, digits and underscores, starting with a letter; at most 100 characters (HubSpot, CRM properties). */
const validName = /^[a-z][a-z0-9_]{0,99}$/;

test("there are the six objects and the four extensions", () => {
  expect(declarations.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    "extension companies",
    "extension contacts",
    "extension deals",
    "extension tasks",
    "object account_kpi",
    "object account_need",
    "object account_plan",
    "object account_signal",
    "object check_in",
    "object plan_objective",
  ]);
});

describe.each(declarations.map((declared) => [declared.name, declared] as const))("%s", (_name, declared) => {
  test("names that HubSpot takes, and none of HubSpot's own", () => {
    for (const [name, field] of fieldsOf(declared)) {
      expect(name).toMatch(validName);
      if (!field.builtIn) expect(name).not.toMatch(/^(hs_|hubspot_)/);
    }
  });

  test("every label and help in both languages, sentence case, without stray spaces", () => {
    for (const [, field] of fieldsOf(declared)) {
      for (const words of [field.label, field.help].filter((each) => each !== undefined)) expectWords(words);
    }
  });

  test("no two fields with the same label: people choose by it in reports", () => {
    for (const language of languages) {
      const labels = fieldsOf(declared).map(([, field]) => field.label[language]);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    }
  });

  test("at most ten unique properties, all of them text", () => {
    const unique = fieldsOf(declared).filter(([, field]) => field.unique);
    expect(unique.length).toBeLessThanOrEqual(10);
    expect(unique.every(([, field]) => field.kind === "text")).toBe(true);
  });

  test("choices offered exactly where the kind is a choice", () => {
    for (const [, field] of fieldsOf(declared)) {
      expect(field.choices !== undefined).toBe(field.kind === "choice" || field.kind === "choices");
    }
  });

  test("what it holds stays as it is: a field may come, none may change its kind or go", () => {
    expect(Object.fromEntries(fieldsOf(declared).map(([name, field]) => [name, field.kind]))).toMatchSnapshot();
  });
});

describe.each(objects.map((declared) => [declared.name, declared] as const))("object %s", (name, declared) => {
  test("a name that HubSpot takes, labels in both languages", () => {
    expect(name).toMatch(validName);
    expectWords(declared.label.one);
    expectWords(declared.label.many);
  });

  test("its key is the one unique and required property", () => {
    const unique = fieldsOf(declared).filter(([, field]) => field.unique);
    expect(unique.map(([field]) => field)).toEqual([declared.key]);
    expect(declared.fields[declared.key]?.required).toBe(true);
  });

  test("its primary property exists, is text and required; the secondary ones exist, two at most", () => {
    expect(declared.fields[declared.primary]).toMatchObject({ kind: "text", required: true });
    expect(declared.secondary.length).toBeLessThanOrEqual(2);
    expect(declared.secondary.filter((field) => !(field in declared.fields))).toEqual([]);
  });

  test("has an owner, HubSpot's own", () => {
    expect(declared.fields["hubspot_owner_id"]).toMatchObject({ kind: "owner", builtIn: true });
  });

  test("is associated with companies, and with types that stand before it", () => {
    const before = new Set(objects.slice(0, objects.indexOf(declared)).map((each) => each.name));
    expect(declared.associatedWith).toContain("companies");
    expect(declared.associatedWith.filter((other) => !hubspots.has(other) && !before.has(other))).toEqual([]);
  });
});

test("fields of companies and contacts carry the prefix am_", () => {
  const prefixed = declarations.filter(({ name }) => name === "companies" || name === "contacts").flatMap(fieldsOf);
  expect(prefixed.map(([name]) => name).filter((name) => !name.startsWith("am_"))).toEqual([]);
});

const vocabularies = Object.entries<unknown>(domain).flatMap(([name, value]) =>
  isChoices(value) ? [[name, value] as const] : [],
);

describe.each(vocabularies)("vocabulary %s", (_name, choices) => {
  test("stored values never change", () => {
    expect(choices.values).toMatchSnapshot();
  });

  test("every value has a label in both languages, no two the same", () => {
    for (const value of choices.values) expectWords(choices.labels[value]!);
    for (const language of languages) {
      expect(new Set(choices.values.map((value) => choices.label(value, language))).size).toBe(choices.values.length);
    }
  });
});

describe("association labels", () => {
  test("names that HubSpot takes, each once, words in both languages", () => {
    for (const { name, label, inverse } of associationLabels) {
      expect(name).toMatch(validName);
      expectWords(label);
      if (inverse) expectWords(inverse);
    }
    const keys = associationLabels.map(({ from, to, name }) => `${from} ${to} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("at most ten for a pair of types, a pair with an inverse counted twice", () => {
    const counts = new Map<string, number>();
    for (const { from, to, inverse } of associationLabels) {
      counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + (inverse ? 2 : 1));
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(10);
  });

  test("between types that are associated", () => {
    for (const { from, to } of associationLabels) {
      const own = objects.find(({ name }) => name === from);
      if (ours.has(from)) expect(own?.associatedWith).toContain(to);
      else expect(hubspots).toContain(from);
    }
  });
});

test("keys are made of what makes them unique", () => {
  expect([
    domain.accountPlanKey("12", "2026-Q4"),
    domain.accountKpiKey("12", "new_sales", "2026-11"),
    domain.checkInKey("12", "2026-12-06"),
    domain.accountNeedKey("12", "x1"),
    domain.planObjectiveKey("12", "x1"),
    domain.accountSignalKey("12", "x1"),
    domain.frameworkKey,
  ]).toEqual(["12:2026-Q4", "12:new_sales:2026-11", "12:2026-12-06", "12:x1", "12:x1", "12:x1", "framework"]);
});

function isChoices(value: unknown): value is Choices {
  return typeof value === "object" && value !== null && "values" in value && "labels" in value && "schema" in value;
}

function expectWords(words: Words): void {
  expect(Object.keys(words).sort()).toEqual([...languages].sort());
  for (const language of languages) expect(words[language]).toMatch(/^\S(.*\S)?$/);
  expect(words.en).toMatch(/^[\dA-Z`]/);
  expect(words.ar).toMatch(/\p{Script=Arabic}/u);
}
