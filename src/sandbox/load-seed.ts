/** What the demo portal is loaded through: method, path and body of an API call or control route; answers its body. */
export type SeedDoor = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Loads the demo portal. The seed is large, so it is only read when it is asked for. */
export async function loadSeed(door: SeedDoor): Promise<void> {
  const { loadDemo } = await import("../seed/index.ts");
  await loadDemo(door);
}
