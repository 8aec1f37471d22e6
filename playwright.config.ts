import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "./scripts/chromium.ts";

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/support/browser-stack.ts",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // One demo and two cores: a second browser would only wait for the first.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    // Set by the global setup, which runs first.
    baseURL: process.env.BROWSER_TEST_URL ?? "http://localhost:3000",
    launchOptions: {
      ...(process.env.BROWSER_TEST_CHROMIUM && {
        executablePath: process.env.BROWSER_TEST_CHROMIUM,
      }),
      args: CHROMIUM_ARGUMENTS,
    },
    trace: "retain-on-failure",
  },
});
