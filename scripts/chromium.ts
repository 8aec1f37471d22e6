import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Problem } from "./problem.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** For Debian's Chromium in a container, and to keep it from calling home. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium: the one on PATH, Playwright's own, else a newly installed one. */
export function findChromium() {
  return known() ?? install();
}

function known() {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (onPath) return { path: onPath, from: "the one on PATH" };
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, from: "Playwright's own" } : null;
}

function install() {
  const attempts = [
    ["apt-get", "update"],
    ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
    [join(import.meta.dirname, "../node_modules/.bin/playwright"), "install", "chromium"],
  ] as const;
  for (const [command, ...args] of attempts) {
    console.log(`There is no Chromium. Trying: ${command} ${args.join(" ")}`);
    try {
      execFileSync(command, args, {
        stdio: "ignore",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    } catch {
      continue;
    }
    const found = known();
    if (found) return { ...found, from: "installed just now" };
  }
  throw new Problem(
    "There is no Chromium for the browser tests, and none could be installed. Install one (apt-get install chromium) and run npm test again.",
  );
}
