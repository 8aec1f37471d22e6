import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { addressesOf, PAGES } from "../../scripts/pages.ts";
import { demo, signIn } from "./stack.ts";

const BUDGET_KB = 170;

test("what browsers download holds no secret (invariant 29)", () => {
  const folder = join(process.env.NEXT_DIST_DIR ?? ".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const scripts = files.filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text, name).not.toMatch(/sb_secret_\w{8}|SUPABASE_SECRET_KEY|CRON_SECRET/);
    expect(text.includes(demo().cronSecret), name).toBe(false);
  }
});

/** The kilobytes of scripts that a page loads first, as compressed as they come over the line. */
async function scriptsOf(page: Page, address: string) {
  await page.goto(address, { waitUntil: "load" });
  await page.locator("h1").first().waitFor();
  // What a page's own scripts ask for next.
  await page.waitForTimeout(500);
  const bytes = await page.evaluate(() => {
    const all = performance.getEntriesByType("resource");
    const loaded = all.filter((entry) => entry instanceof PerformanceResourceTiming);
    const scripts = loaded.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  });
  return bytes / 1_000;
}

test(`a page without charts loads at most ${BUDGET_KB} kB of scripts first`, async ({ page }) => {
  test.slow();
  const { email, password } = demo();
  const read = async (address: string) => (await page.request.get(address)).text();
  const heavy: string[] = [];
  const bare = PAGES.filter(({ charts }) => !charts);
  for (const open of [true, false]) {
    if (!open) await signIn(page, email, password, "/jobs");
    for (const entry of bare.filter((each) => (each.open ?? false) === open)) {
      const [address] = await addressesOf(entry, read);
      const kilobytes = await scriptsOf(page, address);
      expect(kilobytes, `${address} was measured`).toBeGreaterThan(50);
      if (kilobytes > BUDGET_KB) heavy.push(`${address}: ${kilobytes.toFixed(1)} kB`);
    }
  }
  expect(heavy).toEqual([]);
});

test("the drawing of a chart comes once it is seen, and its table without it", async ({ page }) => {
  const { email, password } = demo();
  await page.setViewportSize({ width: 390, height: 300 });
  await signIn(page, email, password, "/jobs");
  await page.goto("/posts/trends");
  const chart = page.locator('[data-view="chart"]').last();
  await chart.waitFor({ state: "attached" });
  await page.waitForLoadState("load");
  const height = async () => (await chart.boundingBox())?.height ?? 0;
  await expect.poll(height, "its place is kept").toBeGreaterThan(0);
  const before = await height();
  await expect(chart.locator("[data-plot]")).toHaveCount(0);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-plot] svg").first()).toBeVisible();
  expect(await height()).toBeCloseTo(before, 0);
});
