import type { ObjectType } from "../types/index.ts";
import { key, type AssociationType } from "./association-types.ts";
import type { Place } from "./links.ts";
import { countAssociations } from "./counted-associations.ts";
import type { Portal } from "./portal.ts";
import type { Source } from "./stored-record.ts";
import { tell } from "./tell.ts";

/** Adds associations between two records, both ways; every labelled one brings the plain one along, as in HubSpot. */
export function associate(portal: Portal, from: Place, to: Place, asked: AssociationType[], source: Source): void {
  const plain = portal.associationTypes.plain(from.typeId, to.typeId);
  const wanted = [...(plain ? [plain] : []), ...asked, ...firstPrimary(portal, from, to)];
  const present = portal.links.types(from, to);
  const added = wanted.filter((type, at) => !present.includes(key(type)) && wanted.indexOf(type) === at);
  if (added.length === 0) return;
  for (const type of added) if (type.isPrimary) demote(portal, from, type);
  portal.links.set(from, to, [...present, ...added.map(key)]);
  const inverse = added.map((type) => inverseOf(portal, type)).filter((type) => type !== undefined);
  const back = portal.links.types(to, from);
  portal.links.set(to, from, [...new Set([...back, ...inverse.map(key)])]);
  for (const type of added) tellAssociation(portal, from, to, type, false, source);
  countAssociations(portal, from, to);
}

/** Removes these associations (all of them when none are named), both ways. True when there was something to remove. */
export function dissociate(
  portal: Portal,
  from: Place,
  to: Place,
  only: AssociationType[] | undefined,
  source: Source,
) {
  const present = portal.links.types(from, to);
  const removed = only ? present.filter((each) => only.some((type) => key(type) === each)) : present;
  if (removed.length === 0) return false;
  const types = removed.map((each) => typeOfKey(portal, each)).filter((type) => type !== undefined);
  const inverse = new Set(
    types
      .map((type) => inverseOf(portal, type))
      .filter((type) => type !== undefined)
      .map(key),
  );
  portal.links.set(
    from,
    to,
    present.filter((each) => !removed.includes(each)),
  );
  portal.links.set(
    to,
    from,
    portal.links.types(to, from).filter((each) => !inverse.has(each)),
  );
  for (const type of types) tellAssociation(portal, from, to, type, true, source);
  countAssociations(portal, from, to);
  return true;
}

export const typeOfKey = (portal: Portal, name: string): AssociationType | undefined => {
  const [category, typeId] = name.split(":") as [string, string];
  return portal.associationTypes.get({ category, typeId: Number(typeId) });
};

export const inverseOf = (portal: Portal, type: AssociationType): AssociationType | undefined =>
  portal.associationTypes.get({ category: type.category, typeId: type.inverseTypeId });

/** The first company of a contact, deal or ticket becomes its primary one. */
function firstPrimary(portal: Portal, from: Place, to: Place): AssociationType[] {
  const there = portal.associationTypes.between(from.typeId, to.typeId).find((type) => type.isPrimary);
  if (there) return holdersOf(portal, from, there).length === 0 ? [there] : [];
  const back = portal.associationTypes.between(to.typeId, from.typeId).find((type) => type.isPrimary);
  const inverse = back && inverseOf(portal, back);
  return back && inverse && holdersOf(portal, to, back).length === 0 ? [inverse] : [];
}

const holdersOf = (portal: Portal, from: Place, type: AssociationType) =>
  portal.links
    .toIds(from, type.to)
    .filter((id) => portal.links.types(from, { typeId: type.to, id }).includes(key(type)));

function demote(portal: Portal, from: Place, primary: AssociationType): void {
  const inverse = inverseOf(portal, primary);
  for (const id of holdersOf(portal, from, primary)) {
    const old = { typeId: primary.to, id };
    portal.links.set(
      from,
      old,
      portal.links.types(from, old).filter((each) => each !== key(primary)),
    );
    if (inverse)
      portal.links.set(
        old,
        from,
        portal.links.types(old, from).filter((each) => each !== key(inverse)),
      );
  }
}

function tellAssociation(
  portal: Portal,
  from: Place,
  to: Place,
  type: AssociationType,
  associationRemoved: boolean,
  source: Source,
): void {
  if (!portal.isHeard()) return;
  const both: [Place, Place, AssociationType | undefined][] = [
    [from, to, type],
    [to, from, inverseOf(portal, type)],
  ];
  for (const [one, other, way] of both) {
    const objectType = portal.types.find(one.typeId);
    const toType = portal.types.find(other.typeId);
    if (!objectType || !toType || !way) continue;
    tell(portal, objectType, source, {
      subscriptionType: "object.associationChange",
      fromObjectId: Number(one.id),
      toObjectId: Number(other.id),
      fromObjectTypeId: one.typeId,
      toObjectTypeId: other.typeId,
      associationType: associationName(objectType, toType),
      associationTypeId: way.typeId,
      associationCategory: way.category,
      associationRemoved,
      isPrimaryAssociation: way.label === "Primary",
    });
    if (one.typeId === other.typeId && one.id === other.id) return;
  }
}

const associationName = (from: ObjectType, to: ObjectType) => `${from.singular}_to_${to.singular}`.toUpperCase();
