import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { Problem } from "@keyline/domain";

/** Where the encrypted tokens are kept; `src/queue` has one. */
export interface KeyedStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}

/** What an installation leaves us. */
export interface InstallTokens {
  portalId: string;
  refreshToken: string;
  accessToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  scopes: string[];
}

/** Install tokens, encrypted at rest. */
export interface TokenVault {
  get(portalId: string): Promise<InstallTokens | null>;
  put(tokens: InstallTokens): Promise<void>;
  forget(portalId: string): Promise<void>;
  portalIds(): Promise<string[]>;
  /** Writes everything anew under the first key; returns how many were under another. */
  rotate(): Promise<{ rotated: number; kept: number }>;
}

const prefix = "install:";

/**
 * AES-256-GCM, bound to the portal so that an entry cannot be moved to another one. `keys` are the secrets of
 * TOKEN_KEYS, newest first: the first one writes, all of them read.
 */
export function openTokenVault(
  store: KeyedStore,
  keys: readonly string[],
  random: (bytes: number) => Buffer = randomBytes,
): TokenVault {
  const ring = keys.map(toKey);
  const [newest] = ring;
  if (!newest) throw new Problem("invalid-input", "TOKEN_KEYS needs at least one key.");

  const seal = (tokens: InstallTokens) => encrypt(JSON.stringify(tokens), newest, tokens.portalId, random(12));
  const unseal = (portalId: string, sealed: string): InstallTokens => {
    const key = ring.find((one) => one.id === sealed.split(".")[0]);
    if (!key) throw new Problem("not-installed", `No key of TOKEN_KEYS opens the tokens of portal ${portalId}.`);
    // Written by `seal` and authenticated, so its shape is known.
    return JSON.parse(decrypt(sealed, key, portalId)) as InstallTokens;
  };

  return {
    async get(portalId) {
      const sealed = await store.get(prefix + portalId);
      return sealed === null ? null : unseal(portalId, sealed);
    },
    put: (tokens) => store.set(prefix + tokens.portalId, seal(tokens)),
    async forget(portalId) {
      await store.delete(prefix + portalId);
    },
    async portalIds() {
      return (await store.list(prefix)).map(({ key }) => key.slice(prefix.length));
    },
    async rotate() {
      const all = await store.list(prefix);
      const old = all.filter(({ value }) => value.split(".")[0] !== newest.id);
      for (const { key, value } of old) await store.set(key, seal(unseal(key.slice(prefix.length), value)));
      return { rotated: old.length, kept: all.length - old.length };
    },
  };
}

/** The environment's TOKEN_KEYS: secrets of at least 32 characters, separated by commas, newest first. */
export function parseTokenKeys(text: string): string[] {
  const keys = text.split(",").map((key) => key.trim());
  if (keys.every((key) => key.length >= 32)) return keys;
  throw new Problem(
    "invalid-input",
    "Each key in TOKEN_KEYS needs at least 32 characters; `openssl rand -base64 32` makes one.",
  );
}

interface Key {
  /** Says which key opens an entry, and nothing about the key. */
  id: string;
  bytes: Buffer;
}

function toKey(secret: string): Key {
  const bytes = createHash("sha256").update(`keyline tokens ${secret}`).digest();
  return { id: createHash("sha256").update(bytes).digest("base64url").slice(0, 8), bytes };
}

/** `keyId.nonce.tag.text`, the parts in base64url. */
function encrypt(text: string, key: Key, portalId: string, nonce: Buffer): string {
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(portalId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [key.id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

function decrypt(sealed: string, key: Key, portalId: string): string {
  const [nonce, tag, text] = sealed
    .split(".")
    .slice(1)
    .map((part) => Buffer.from(part, "base64url"));
  if (!nonce || !tag || !text) throw new Problem("not-installed", `The tokens of portal ${portalId} are damaged.`);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(portalId)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Problem("not-installed", `The tokens of portal ${portalId} are damaged. Install the app again.`, {
      cause,
    });
  }
}
