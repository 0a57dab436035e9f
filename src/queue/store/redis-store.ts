import type { Redis } from "ioredis";
import { z } from "zod";
import type { KeyedStore } from "./keyed-store.ts";

/** The keyed store on Redis, every key under `prefix`. */
export function openRedisStore(redis: Redis, prefix: string): KeyedStore {
  const at = (key: string) => `${prefix}${key}`;
  return {
    get: (key) => redis.get(at(key)),
    async set(key, value, { ttlMs } = {}) {
      await (ttlMs === undefined ? redis.set(at(key), value) : redis.set(at(key), value, "PX", ttlMs));
    },
    async setIfAbsent(key, value, { ttlMs } = {}) {
      const answer =
        ttlMs === undefined
          ? await redis.set(at(key), value, "NX")
          : await redis.set(at(key), value, "PX", ttlMs, "NX");
      return answer === "OK";
    },
    async delete(key) {
      return (await redis.del(at(key))) > 0;
    },
    async known(keys) {
      if (keys.length === 0) return new Set();
      const values = await redis.mget(keys.map(at));
      return new Set(keys.filter((_key, index) => values[index] !== null));
    },
    async setMany(entries, { ttlMs } = {}) {
      const commands = redis.pipeline();
      for (const { key, value } of entries) {
        if (ttlMs === undefined) commands.set(at(key), value);
        else commands.set(at(key), value, "PX", ttlMs);
      }
      for (const [error] of (await commands.exec()) ?? []) if (error) throw error;
    },
    async list(start) {
      const found = new Set<string>();
      const pattern = `${at(start).replaceAll(/[\\*?[\]]/g, String.raw`\$&`)}*`;
      for await (const keys of redis.scanStream({ match: pattern, count: 500 })) {
        for (const key of z.array(z.string()).parse(keys)) found.add(key);
      }
      if (found.size === 0) return [];
      const keys = [...found].toSorted();
      const values = await redis.mget(keys);
      return keys.flatMap((key, index) => {
        const value = values[index];
        return value === null || value === undefined ? [] : [{ key: key.slice(prefix.length), value }];
      });
    },
  };
}
