import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a signature or another secret is the one that we want, in constant time; hashing first makes the lengths equal. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
