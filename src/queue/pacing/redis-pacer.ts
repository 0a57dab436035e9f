import type { Redis } from "ioredis";
import { z } from "zod";
import { paceOf } from "./pace.ts";
import type { PacerStore } from "./pacer-store.ts";

/**
 * The rule of pace.ts as one atomic script, on the clock of Redis. The last argument is the latest slot this process was
 * given: after a flush of Redis it keeps the pace from starting afresh in the middle of a window.
 */
const reserveScript = `
local slots, state = KEYS[1], KEYS[2]
local max, window, spacing, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local count, remembered = tonumber(ARGV[5]), tonumber(ARGV[6])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local stood = redis.call('HMGET', state, 'due', 'held', 'last')
local due, held, last = tonumber(stood[1] or 0), tonumber(stood[2] or 0), tonumber(stood[3] or 0)
if last == 0 and remembered > 0 and remembered < now + window then
  last = remembered
  due = remembered + spacing + burst
end
local waits = {}
for i = 1, count do
  local before = redis.call('LINDEX', slots, -max)
  local slot = math.max(now, held, due - burst, last, before and (tonumber(before) + window) or 0)
  redis.call('RPUSH', slots, string.format('%.3f', slot))
  last = slot
  due = math.max(due, slot) + spacing
  waits[i] = string.format('%.3f', slot - now)
end
redis.call('LTRIM', slots, -max, -1)
redis.call('HSET', state, 'due', string.format('%.3f', due), 'last', string.format('%.3f', last))
local keep = math.ceil(last - now + window * 2)
redis.call('PEXPIRE', slots, keep)
redis.call('PEXPIRE', state, math.max(keep, math.ceil(held - now)))
return { string.format('%.3f', last), waits }
`;

const booking = z.tuple([z.string(), z.array(z.string())]);

const holdScript = `
local time = redis.call('TIME')
local untilMs = time[1] * 1000 + time[2] / 1000 + tonumber(ARGV[1])
local held = tonumber(redis.call('HGET', KEYS[1], 'held') or 0)
if untilMs > held then redis.call('HSET', KEYS[1], 'held', string.format('%.3f', untilMs)) end
local ttl = redis.call('PTTL', KEYS[1])
if ttl < tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], math.ceil(ARGV[1]) + 60000) end
`;

/** Reservations shared through Redis. */
export function openRedisPacer(redis: Redis, prefix: string): PacerStore {
  const remembered = new Map<string, string>();
  // Braces keep both keys of a pace in one slot of a Redis cluster.
  const stateKey = (key: string) => `${prefix}{${key}}:state`;
  const slotsKey = (key: string) => `${prefix}{${key}}:slots`;
  return {
    async reserve(key, limit, _nowMs, count = 1) {
      const { max, windowMs, spacingMs, burstMs } = paceOf(limit);
      const numbers = [max, windowMs, spacingMs, burstMs, count, remembered.get(key) ?? 0];
      const answer = await redis.eval(reserveScript, 2, slotsKey(key), stateKey(key), ...numbers);
      const [last, waits] = booking.parse(answer);
      remembered.set(key, last);
      const waitsMs = waits.map(Number);
      return { waitMs: waitsMs[0] ?? 0, waitsMs };
    },
    async hold(key, forMs) {
      await redis.eval(holdScript, 1, stateKey(key), forMs);
    },
  };
}
