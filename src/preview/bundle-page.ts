import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The page's script and style, and the worker's script, as they are served. */
export interface PageAssets {
  "page.js": string;
  "page.css": string;
  "worker.js": string;
}

/** Bundles the host page and the worker that cards run in. Takes about a second. */
export async function bundlePage(): Promise<PageAssets> {
  const { outputFiles } = await build({
    entryPoints: {
      page: fileURLToPath(new URL("page/main.tsx", import.meta.url)),
      worker: fileURLToPath(new URL("worker/main.ts", import.meta.url)),
    },
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    minifySyntax: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const text = (name: string) => outputFiles.find((file) => file.path.endsWith(name))?.text ?? "";
  return { "page.js": text("page.js"), "page.css": text("page.css"), "worker.js": text("worker.js") };
}

/** The empty page; the script fills it. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Keyline preview</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23ff7a59'/%3E%3Cpath d='M5 3v10M5 9l5-5M7 8l4 5' stroke='%23fff' stroke-width='2' fill='none'/%3E%3C/svg%3E" />
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="/page.js"></script>
  </body>
</html>
`;
