import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium is on this machine. Without one, tests of the page are skipped aloud; in CI that is a failure. */
export const chromiumPath = places.find((place) => place !== "" && existsSync(place));

if (!chromiumPath) {
  const message = "No Chromium found: set CHROMIUM to its path to run the tests of the page.";
  if (process.env["CI"] === "true") throw new Error(message);
  console.warn(`SKIPPED. ${message}`);
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
