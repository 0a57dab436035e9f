import type { Redis } from "ioredis";
import { z } from "zod";
import { lastByKey, type PileStore } from "./pile-store.ts";

const putScript = `
for i = 1, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], redis.call('INCR', KEYS[3]), ARGV[i])
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
end
`;

const dropScript = `
for i = 1, #ARGV, 2 do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    redis.call('ZREM', KEYS[1], ARGV[i])
    redis.call('HDEL', KEYS[2], ARGV[i])
  end
end
`;

const lookScript = `
local found = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1, 'WITHSCORES')
local answer = {}
for i = 1, #found, 2 do
  answer[#answer + 1] = { found[i], redis.call('HGET', KEYS[2], found[i]) or '', found[i + 1] }
end
return answer
`;

const looked = z.array(z.tuple([z.string(), z.string(), z.string()]));
/** Arguments of one script; far below what Redis takes. */
const atOnce = 1_000;

/** Piles on Redis: a sorted set by mark, a hash with the values, a counter for the marks. */
export function openRedisPiles(redis: Redis, prefix: string): PileStore {
  // Braces keep the keys of a pile in one slot of a Redis cluster.
  const keysOf = (pile: string) => ["order", "values", "marks"].map((part) => `${prefix}{${pile}}:${part}`);
  const inTurns = async (script: string, pile: string, pairs: readonly [string, string][]) => {
    for (let at = 0; at < pairs.length; at += atOnce) {
      await redis.eval(script, 3, ...keysOf(pile), ...pairs.slice(at, at + atOnce).flat());
    }
  };
  return {
    put: (pile, things) => inTurns(putScript, pile, lastByKey(things)),
    async look(pile, limit) {
      const answer = looked.parse(await redis.eval(lookScript, 3, ...keysOf(pile), limit));
      return answer.map(([key, value, mark]) => ({ key, value, mark }));
    },
    drop: (pile, things) =>
      inTurns(
        dropScript,
        pile,
        things.map(({ key, mark }) => [key, mark]),
      ),
    size: (pile) => redis.zcard(keysOf(pile)[0]!),
  };
}
