import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readManifest } from "../../src/manifest/index.ts";
import { errorCodes, workflowActions } from "../../src/workflow-actions/index.ts";

const manifest = await readManifest(resolve(import.meta.dirname, "../.."));

test("every action of app.json is performed, and every action stands in app.json", () => {
  const named = manifest.workflowActions.map(({ uid, path }) => ({ uid, path }));
  expect(workflowActions.map(({ uid, path }) => ({ uid, path }))).toEqual(named);
});

describe.each(manifest.workflowActions)("$uid", ({ uid, inputFields, outputFields, executionRules, labels }) => {
  const action = workflowActions.find((one) => one.uid === uid)!;
  const inputs = inputFields.map(({ typeDefinition }) => typeDefinition.name);
  const outputs = outputFields.map(({ typeDefinition }) => typeDefinition.name);

  test("has a label and a description for each input", () => {
    const { inputFieldLabels, inputFieldDescriptions } = labels["en"]!;
    expect(Object.keys(inputFieldLabels).sort()).toEqual([...inputs].sort());
    expect(Object.keys(inputFieldDescriptions).sort()).toEqual([...inputs].sort());
  });

  test("has the outputs that it gives, each with a label", () => {
    expect(outputs).toEqual([...action.outputs, "errorCode", "message"]);
    expect(Object.keys(labels["en"]!.outputFieldLabels ?? {}).sort()).toEqual([...outputs].sort());
  });

  test("names only inputs on its card", () => {
    const named = [...labels["en"]!.actionCardContent.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
    expect(inputs).toEqual(expect.arrayContaining(named));
  });

  test("has a text for every kind of failure", () => {
    expect(executionRules.map(({ conditions }) => conditions["errorCode"]).sort()).toEqual([...errorCodes].sort());
    const texts = labels["en"]!.executionRules;
    expect(executionRules.map(({ labelName }) => texts[labelName])).not.toContain(undefined);
  });

  test("can be used by agents too", () => {
    expect(inputs).toContain("company_record_id");
  });
});
