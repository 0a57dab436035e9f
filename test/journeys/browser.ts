import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's Chromium; undefined where there is none. CI allows no such machine. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error("Chromium is not installed: set CHROMIUM to its path, or install it.");
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}
