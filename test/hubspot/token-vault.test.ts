import { expect, test } from "@jest/globals";
import { openTokenVault, parseTokenKeys } from "../../src/hubspot/index.ts";
import { keptInMemory } from "./kept-in-memory.ts";

const oldKey = "a".repeat(32);
const newKey = "b".repeat(32);
const tokens = {
  portalId: "48000001",
  refreshToken: "refresh-me",
  accessToken: "let-me-in",
  expiresAt: 1_800_000,
  scopes: ["oauth"],
};

test("tokens come back as they went in, and are not readable where they are kept", async () => {
  const store = keptInMemory();
  const vault = openTokenVault(store, [newKey]);

  await vault.put(tokens);

  expect(await vault.get(tokens.portalId)).toEqual(tokens);
  expect(await vault.portalIds()).toEqual([tokens.portalId]);
  const kept = [...store.values.values()].join();
  for (const secret of ["refresh-me", "let-me-in"]) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString("base64url"));
  }
});

test("a new key is taken into use without losing what an older one wrote", async () => {
  const store = keptInMemory();
  await openTokenVault(store, [oldKey]).put(tokens);
  const both = openTokenVault(store, [newKey, oldKey]);
  expect(await both.get(tokens.portalId)).toEqual(tokens);

  expect(await both.rotate()).toEqual({ rotated: 1, kept: 0 });
  expect(await both.rotate()).toEqual({ rotated: 0, kept: 1 });

  expect(await openTokenVault(store, [newKey]).get(tokens.portalId)).toEqual(tokens);
  await expect(openTokenVault(store, [oldKey]).get(tokens.portalId)).rejects.toMatchObject({ code: "not-installed" });
});

test("an entry that was changed, cut short, or moved to another portal does not open", async () => {
  const store = keptInMemory();
  const vault = openTokenVault(store, [newKey]);
  await vault.put(tokens);
  const [key, sealed] = [...store.values][0]!;
  const [id, nonce, tag, text] = sealed.split(".") as [string, string, string, string];
  const flipped = (part: string) => (part.startsWith("A") ? "B" : "A") + part.slice(1);

  const broken = [
    [id, flipped(nonce), tag, text],
    [id, nonce, flipped(tag), text],
    [id, nonce, tag, flipped(text)],
    [id, nonce, tag.slice(0, 4), text],
    [id, nonce, tag],
  ];
  for (const parts of broken) {
    store.values.set(key, parts.join("."));
    await expect(vault.get(tokens.portalId)).rejects.toMatchObject({ code: "not-installed" });
  }
  store.values.set("install:99", sealed);
  await expect(vault.get("99")).rejects.toMatchObject({ code: "not-installed" });
});

test("keys that are too short are refused", () => {
  expect(parseTokenKeys(`${newKey}, ${oldKey}`)).toEqual([newKey, oldKey]);
  expect(() => parseTokenKeys(`${newKey},short`)).toThrow(expect.objectContaining({ code: "invalid-input" }));
});
