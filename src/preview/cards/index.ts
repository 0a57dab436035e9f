export { type BuiltCard, buildCards, buildProject } from "./build-cards.ts";
export { type CardKind, type Project, type ProjectCard, discoverCards } from "./discover-cards.ts";
