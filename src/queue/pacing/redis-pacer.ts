import type { Redis } from "ioredis";
import { z } from "zod";
import { changing, type PacerStore } from "./pacer-store.ts";

const readScript = `
local stands = redis.call('HMGET', KEYS[1], 'version', 'text')
local time = redis.call('TIME')
return { stands[1] or '', stands[2] or '', string.format('%.3f', time[1] * 1000 + time[2] / 1000) }
`;

const replaceScript = `
if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'text', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
`;

const standing = z.tuple([z.string(), z.string(), z.coerce.number()]);

/** Texts that workers share through Redis, on its clock. */
export function openRedisPacer(redis: Redis, prefix: string): PacerStore {
  return changing({
    async read(key) {
      const [version, text, nowMs] = standing.parse(await redis.eval(readScript, 1, prefix + key));
      return { version, text: version ? text : null, nowMs };
    },
    async replace(key, text, { from, to }, keepMs) {
      return (await redis.eval(replaceScript, 1, prefix + key, from, to, text, Math.ceil(keepMs))) === 1;
    },
  });
}
