import type { Associated, HubSpot } from "../hubspot/index.ts";

/** So many levels of a tree belong to a family; what lies deeper does not, and trees that bite their tail end. */
export const mostLevels = 10;

/** The companies directly below each. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** Everybody below a company, each once and the nearest first, the company itself left out also where it is below itself. */
export function descendantsOf(id: string, children: Children): string[] {
  const seen = new Set([id]);
  let level = [id];
  for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
    level = level.flatMap((one) => children.get(one) ?? []).filter((child) => !seen.has(child) && seen.add(child));
  }
  seen.delete(id);
  return [...seen];
}

/** Who stands directly below each of these and of those below them, read level by level by HubSpot's own associations. */
export async function readChildren({ associations }: HubSpot, roots: readonly string[]): Promise<Children> {
  const children = new Map<string, string[]>();
  let level = roots;
  for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
    const found = await associations.read("companies", "companies", level);
    const next: string[] = [];
    for (const [id, kin] of found) {
      const own = kin.filter(({ types }) => types.some(isParentToChild)).map((one) => one.id);
      children.set(id, own);
      next.push(...own);
    }
    level = [...new Set(next)].filter((id) => !children.has(id));
  }
  return children;
}

/** HubSpot's own type from a company to one below it (npm: AssociationTypes, parent to child company). */
const parentToChild = 13;

function isParentToChild({ category, typeId }: Associated["types"][number]): boolean {
  return category === "HUBSPOT_DEFINED" && typeId === parentToChild;
}
