import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { declarations } from "@keyline/domain";

const page = readFileSync(join(import.meta.dirname, "../docs/reports.md"), "utf8");
const recipes = page.split(/^## /m).slice(1);

/** HubSpot's own properties that the recipes may use. */
const hubspots = ["companies.name"];
const shipped = new Set([
  ...hubspots,
  ...declarations.flatMap(({ name, fields }) => Object.keys(fields).map((field) => `${name}.${field}`)),
]);
const names = (text: string) => [...text.matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name!);
const labelsAfter = (text: string) =>
  [...text.matchAll(/`(\w+)\.(\w+)` is any of ([^;|]+)/g)].map(([, object, field, labels]) => ({
    object,
    field: field!,
    labels: labels!.split(",").map((label) => label.trim()),
  }));

describe("the recipes for reports", () => {
  test("are ten", () => {
    expect(recipes).toHaveLength(10);
  });

  test.each(recipes.map((recipe) => [recipe.split("\n")[0]!, recipe]))("%s uses only what is shipped", (_, recipe) => {
    const used = names(recipe);
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((name) => !shipped.has(name))).toEqual([]);
  });

  test.each(recipes.map((recipe) => [recipe.split("\n")[0]!, recipe]))(
    "%s filters by labels that exist",
    (_, recipe) => {
      const unknown = labelsAfter(recipe).flatMap(({ object, field, labels }) => {
        const declared = declarations.find(({ name }) => name === object)?.fields[field];
        const known = declared?.choices ? Object.values(declared.choices.labels).map(({ en }) => en) : ["Yes", "No"];
        return labels.filter((label) => !known.includes(label));
      });
      expect(unknown).toEqual([]);
    },
  );
});
