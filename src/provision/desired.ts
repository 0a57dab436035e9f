import type { AssociationLabel, Declared, DeclaredExtension, DeclaredObject, Language } from "@keyline/domain";
import { propertyOf, type DesiredProperty } from "./property-of.ts";

/** What a portal should have: a plain description, made from the declarations alone. */
export interface Desired {
  language: Language;
  objects: DesiredObject[];
  extensions: DesiredExtension[];
  /** Objects whose records can be associated; each pair once. */
  pairs: { from: string; to: string }[];
  labels: readonly AssociationLabel[];
}

export interface DesiredObject {
  declared: DeclaredObject;
  properties: DesiredProperty[];
}

export interface DesiredExtension {
  object: string;
  group: DeclaredExtension["group"];
  properties: DesiredProperty[];
}

export function desiredState(
  declarations: readonly Declared[],
  language: Language,
  labels: readonly AssociationLabel[] = [],
): Desired {
  const objects = declarations.filter((declared) => declared.kind === "object");
  const extensions = declarations.filter((declared) => declared.kind === "extension");
  return {
    language,
    objects: objects.map((declared) => ({ declared, properties: propertiesOf(declared, language) })),
    extensions: extensions.map((declared) => ({
      object: declared.name,
      group: declared.group,
      properties: propertiesOf(declared, language),
    })),
    pairs: pairsOf(objects),
    labels,
  };
}

function propertiesOf(declared: Declared, language: Language): DesiredProperty[] {
  return Object.entries(declared.fields)
    .filter(([, field]) => !field.builtIn)
    .map(([name, field]) => propertyOf(name, field, language));
}

/** Both ends may declare the same pair. */
function pairsOf(objects: readonly DeclaredObject[]): Desired["pairs"] {
  const pairs = new Map<string, { from: string; to: string }>();
  for (const { name, associatedWith } of objects) {
    for (const other of associatedWith) {
      const key = [name, other].sort().join(" ");
      if (!pairs.has(key)) pairs.set(key, { from: name, to: other });
    }
  }
  return [...pairs.values()];
}
