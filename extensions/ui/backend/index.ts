export { callBackend } from "./call-backend.ts";
export { createIntentKeys, randomKey } from "./intent-key.ts";
export { useNewsOfRecord } from "./use-news-of-record.ts";
export { asProblem, useBackend, type Read } from "./use-backend.ts";
export { useWrite, type Sent, type Unchecked, type Write } from "./use-write.ts";
