import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { accountNeed, editNeed, type NeedContent, type NeedRow } from "@keyline/domain";
import { needActions } from "../../src/needs/index.ts";
import { intent, openDesk, type NeedDesk } from "./open-desk.ts";

let at: NeedDesk;
let need: NeedRow;
beforeEach(async () => {
  at = await openDesk();
  need = await at.add();
});
afterEach(() => at.close());

const details = () => needActions.need(at.desk, { companyId: at.companyId, lang: "en", needKey: need.key });
const one = () => ({ ...intent(), companyId: at.companyId, needKey: need.key });
const edit = (before: NeedContent, changes: Partial<NeedContent>) =>
  needActions.editNeed(at.desk, { ...one(), before, after: { ...before, ...changes } });

describe("editing", () => {
  test("writes what changed and leaves the rest to whoever changes that", async () => {
    const { content } = await details();
    await edit(content, { risk: "low" });
    await edit(content, { why: "The ministry asks for it" });
    expect((await details()).content).toMatchObject({ risk: "low", why: "The ministry asks for it" });
  });

  test("the same field changed by somebody else is a conflict that shows theirs, and writes nothing", async () => {
    const { content } = await details();
    await edit(content, { name: "Arabic reports", risk: "medium" });
    const mine = edit(content, { name: "Reports in Arabic", why: "They said so" });
    await expect(mine).rejects.toMatchObject({
      code: "conflict",
      found: { content: { name: "Arabic reports" } },
    });
    expect((await details()).content).toMatchObject({ name: "Arabic reports", why: content.why });
  });

  test("sent twice is no conflict with itself", async () => {
    const { content } = await details();
    await edit(content, { name: "Arabic reports" });
    await expect(edit(content, { name: "Arabic reports" })).resolves.toMatchObject({
      need: { name: "Arabic reports" },
    });
  });

  test("another person who voiced it takes the first one's place", async () => {
    const [haddad, nasser] = [await at.person("S. Haddad"), await at.person("L. Nasser")];
    const { content } = await details();
    expect((await edit(content, { voicedById: haddad })).need.voicedBy).toEqual([haddad]);
    expect((await edit({ ...content, voicedById: haddad }, { voicedById: nasser })).need.voicedBy).toEqual([nasser]);
    expect((await edit({ ...content, voicedById: nasser }, { voicedById: null })).need.voicedBy).toEqual([]);
  });

  test("spaces around a text are no difference, nor a conflict when it is sent again", async () => {
    const { content } = await details();
    const write = () => needActions.editNeed(at.desk, editNeed.parse({ ...one(), before: content, after }));
    const after = { ...content, why: "  The ministry asks  " };
    await write();
    await write();
    expect((await details()).content.why).toBe("The ministry asks");
  });

  test("an emptied text is cleared", async () => {
    const { content } = await details();
    await edit(content, { what: "" });
    expect((await details()).content.what).toBeNull();
  });
});

describe("the life of a need", () => {
  test("confirmed: it holds today, and is no longer only noted", async () => {
    await at.stage.goTo("2026-12-01T06:00:00Z");
    const confirmed = await needActions.confirmNeed(at.desk, { ...one(), expected: "identified" });
    expect(confirmed.need).toMatchObject({ status: "confirmed", confirmedOn: "2026-12-01", knownOn: "2026-12-01" });
  });

  test("confirmed while it is being served, it stays so", async () => {
    await at.stage.hubspot.records(accountNeed).update([{ id: need.id, properties: { need_status: "served" } }]);
    const confirmed = await needActions.confirmNeed(at.desk, { ...one(), expected: "served" });
    expect(confirmed.need).toMatchObject({ status: "served", confirmedOn: "2026-11-22" });
  });

  test("met, with how we know; twice is once", async () => {
    const asked = { expected: "identified", metOn: "2026-11-20", evidence: "They use it daily" } as const;
    await needActions.meetNeed(at.desk, { ...one(), ...asked });
    const again = await needActions.meetNeed(at.desk, { ...one(), ...asked });
    expect(again.need).toMatchObject({ status: "met", endedOn: "2026-11-20" });
    expect(await details()).toMatchObject({ metEvidence: "They use it daily" });
  });

  test("met on a day that has not come is refused at its field", async () => {
    const asked = { expected: "identified", metOn: "2026-11-23", evidence: "Soon" } as const;
    await expect(needActions.meetNeed(at.desk, { ...one(), ...asked })).rejects.toMatchObject({
      fields: [{ path: "metOn" }],
    });
  });

  test("dropped with a reason, and open again", async () => {
    await needActions.dropNeed(at.desk, { ...one(), expected: "identified", reason: "They built it themselves" });
    expect(await details()).toMatchObject({
      need: { status: "dropped", endedOn: "2026-11-22" },
      dropReason: "They built it themselves",
    });
    const reopened = await needActions.reopenNeed(at.desk, { ...one(), expected: "dropped" });
    expect(reopened.need).toMatchObject({ status: "identified", endedOn: null });
    expect((await details()).dropReason).toBeNull();
  });

  test("dropped by one while another has it met: the second sees what stands", async () => {
    await needActions.dropNeed(at.desk, { ...one(), expected: "identified", reason: "Gone" });
    const asked = { expected: "identified", metOn: "2026-11-20", evidence: "They use it" } as const;
    await expect(needActions.meetNeed(at.desk, { ...one(), ...asked })).rejects.toMatchObject({
      code: "conflict",
      found: { status: "dropped" },
    });
  });

  test("a need that is gone says so", async () => {
    await at.stage.hubspot.records(accountNeed).archive([need.id]);
    await expect(details()).rejects.toMatchObject({ code: "not-found" });
  });

  test("another company's need is not touched from here", async () => {
    const [other = ""] = await at.stage.companies(1, {});
    const asked = { ...one(), companyId: other, expected: "identified" } as const;
    await expect(needActions.confirmNeed(at.desk, asked)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the history", () => {
  test("tells what changed, latest first, as one line for each write", async () => {
    await at.stage.goTo("2026-11-23T06:00:00Z");
    const { content } = await details();
    await edit(content, { risk: "low", priority: "low" });
    await at.stage.goTo("2026-11-24T06:00:00Z");
    await needActions.dropNeed(at.desk, { ...one(), expected: "identified", reason: "Gone" });

    const { history } = await details();

    expect(history?.map(({ at: moment, isFirst }) => [moment.slice(0, 10), isFirst])).toEqual([
      ["2026-11-24", false],
      ["2026-11-23", false],
      ["2026-11-22", true],
    ]);
    expect(history?.[0]?.changes).toEqual([
      { field: "need_status", before: "identified", after: "dropped" },
      { field: "drop_reason", before: "", after: "Gone" },
    ]);
    expect(history?.[1]?.changes).toEqual([
      { field: "priority", before: "high", after: "low" },
      { field: "risk", before: "high", after: "low" },
    ]);
  });
});
