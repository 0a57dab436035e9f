import { services } from "./services/index.ts";

/** One call that the sandbox answers. */
export interface Covered {
  service: string;
  method: string;
  path: string;
  operation: string;
}

/** Everything that the sandbox covers of HubSpot, in the order of its services. */
export const covered: readonly Covered[] = services.flatMap(({ name, routes }) =>
  Object.entries(routes).map(([route, { operation }]) => {
    const [method = "", path = ""] = route.split(" ");
    return { service: name, method, path, operation };
  }),
);

/** The same as a Markdown table, for the README. */
export function coveredAsMarkdown(): string {
  const rows = services.map(({ name, routes }) => {
    const operations = Object.entries(routes).map(([route, { operation }]) => `\`${route}\`: ${operation}`);
    return `| ${name} | ${operations.join("<br>")} |`;
  });
  return ["| service | what it answers |", "|---|---|", ...rows, ""].join("\n");
}
