/** Where a request leads. */
export interface Found<R> {
  route: R;
  params: Record<string, string>;
  /** `METHOD /path` with ids and version as `{…}` and object types as they were sent: what calls are counted by. */
  operation: string;
}

interface Node<R> {
  literals: Map<string, Node<R>>;
  param: Node<R> | undefined;
  routes: Map<string, { pattern: string[]; route: R }>;
}

/** Paths that stay as they are in an operation's name: which type was called matters to whoever reads the counts. */
const KEPT = new Set(["{objectType}", "{fromType}", "{toType}"]);

/** Finds routes by method and path; a literal segment wins over a parameter. */
export function routeTable<R>(routes: Iterable<readonly [name: string, route: R]>) {
  const root = emptyNode<R>();
  for (const [name, route] of routes) {
    const [method, path] = name.split(" ") as [string, string];
    const pattern = segments(path);
    let node = root;
    for (const segment of pattern) node = child(node, segment);
    if (node.routes.has(method)) throw new Error(`two routes for ${name}`);
    node.routes.set(method, { pattern, route });
  }
  return {
    /** The route, "wrong method" when only others exist for the path, or undefined. */
    find(method: string, path: string): Found<R> | "wrong method" | undefined {
      const parts = segments(path);
      let isWrongMethod = false;
      const walk = (node: Node<R>, at: number): Node<R> | undefined => {
        if (at === parts.length) {
          if (node.routes.has(method)) return node;
          isWrongMethod ||= node.routes.size > 0;
          return undefined;
        }
        const literal = node.literals.get(parts[at]!);
        return (literal && walk(literal, at + 1)) ?? (node.param && walk(node.param, at + 1));
      };
      const found = walk(root, 0)?.routes.get(method);
      if (!found) return isWrongMethod ? "wrong method" : undefined;
      return { route: found.route, ...named(method, found.pattern, parts) };
    },
  };
}

function emptyNode<R>(): Node<R> {
  return { literals: new Map(), param: undefined, routes: new Map() };
}

function child<R>(node: Node<R>, segment: string): Node<R> {
  if (segment.startsWith("{")) return (node.param ??= emptyNode<R>());
  const found = node.literals.get(segment) ?? emptyNode<R>();
  node.literals.set(segment, found);
  return found;
}

function named(method: string, pattern: string[], parts: string[]) {
  const params: Record<string, string> = {};
  const shown = pattern.map((segment, at) => {
    if (!segment.startsWith("{")) return segment;
    params[segment.slice(1, -1)] = decode(parts[at]!);
    return KEPT.has(segment) ? parts[at]! : segment;
  });
  return { params, operation: `${method} /${shown.join("/")}` };
}

const segments = (path: string) => path.split("/").filter((segment) => segment !== "");

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
