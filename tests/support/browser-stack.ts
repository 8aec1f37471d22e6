import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../../scripts/chromium.ts";
import { freePort } from "../../scripts/ports.ts";
import { startStack } from "../../scripts/stack/stack.ts";

/**
 * A demo of the browser tests' own: a production build on free ports with a new data folder.
 * BROWSER_TEST_URL and BROWSER_TEST_DATA (demo.json, mails.jsonl) tell the tests where.
 */
export default async function setup() {
  const browser = findChromium();
  console.log(`The browser tests use ${browser.path} (${browser.from}).`);
  const dataDir = await mkdtemp(join(tmpdir(), "media-metrics-browser-"));
  await chmod(dataDir, 0o711);
  for (const name of ["PORT", "SUPABASE_PORT", "DATABASE_PORT", "SIMULATOR_PORT"]) {
    process.env[name] = `${await freePort()}`;
  }
  const stack = await startStack({ dataDir, mode: "start", logLevel: "errors", durable: false });
  process.env.BROWSER_TEST_URL = stack.info.appUrl;
  process.env.BROWSER_TEST_DATA = dataDir;
  process.env.BROWSER_TEST_CHROMIUM = browser.path;
  return async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
