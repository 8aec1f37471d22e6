import { expect, type Page, test } from "@playwright/test";
import { complaints, expectGoodState } from "./complaints.ts";
import {
  expectShown,
  lookAtScatter,
  narrowReels,
  openBest,
  plotOf,
  refreshReels,
  sortAndSave,
} from "./performance-steps.ts";
import { demo, signUp } from "./stack.ts";

const ACTOR = "community~instagram-reels-feed";
const ITEMS = 300;

/** Long enough to be seen at work, and with items of each kind that cannot be read. */
async function letRunsTakeSeconds() {
  const answer = await fetch(new URL("/_control/settings", demo().simulatorUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      apifyActorSeconds: { [ACTOR]: 4 },
      apifyOddities: { error_item: 0.03, no_time: 0.03, twice: 0.03, text_count: 0.03 },
    }),
  });
  expect(answer.ok).toBe(true);
}

/** The numbers of the legend under a bar, by their names. */
async function legend(page: Page) {
  const panel = page.getByLabel("What it came to");
  const entries = await panel.locator("dl > div").evaluateAll((parts) =>
    parts.map((part) => {
      const [name, count] = [part.querySelector("dt"), part.querySelector("dd")];
      return [name?.textContent?.trim(), Number(count?.textContent?.replaceAll(",", ""))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function lookAtSample(page: Page) {
  await page.goto("/performance");
  await expect(page.getByText("No short videos of the last 7 days yet.")).toBeVisible();
  await expectGoodState(page, "no reels");
  await page.getByRole("link", { name: "Load sample data" }).last().click();
  await expect(page.getByText("invented, not measured")).toBeVisible();
  await expect(page.getByText("Sample data", { exact: true }).first()).toBeVisible();
  await expect(plotOf(page)).toBeVisible();
  await expect(page.getByText("Breakout share")).toBeVisible();
  await expect(page.getByRole("heading", { name: /× the usual views or more/ })).toBeVisible();
  expect(await expectShown(page, "sample=true")).toBeGreaterThan(100);
  // Samples have no page of their own, and are in no list of posts.
  await expect(page.locator('main a[href^="/posts/"]')).toHaveCount(0);
  await page.goto("/posts");
  await expect(page.locator('main a[href^="/posts/"]:not([href^="/posts/trends"])')).toHaveCount(0);
  await page.goBack();
  await page.getByRole("link", { name: "Back to your numbers" }).click();
  await expect(page.getByText("No short videos of the last 7 days yet.")).toBeVisible();
}

async function bringReelsIn(page: Page) {
  await page.getByRole("link", { name: "Set up ingest" }).click();
  await page.getByLabel("What to bring in").selectOption({ label: "Recommended feed" });
  await page.getByLabel("Apify actor", { exact: true }).fill(ACTOR);
  await page.getByLabel("Items a run, at most").fill(String(ITEMS));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Last changed .* by /)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Items a run, at most")).toHaveValue(String(ITEMS));
  await expectGoodState(page, "settings of ingest");

  await page.getByRole("button", { name: "Run now" }).click();
  await expect(page.getByRole("progressbar", { name: "Items read" })).toBeVisible();
  await expect(page.getByText("A run is under way.")).toBeVisible();
  await page.getByRole("link", { name: "All about this run" }).click();
  await expect(page.getByText("Succeeded", { exact: true })).toBeVisible({ timeout: 40_000 });

  const { Ingested, Duplicates, "Set aside": setAside } = await legend(page);
  expect(setAside).toBeGreaterThan(0);
  expect(Duplicates).toBeGreaterThan(0);
  expect((Ingested ?? 0) + (Duplicates ?? 0) + (setAside ?? 0)).toBe(ITEMS);
  const heading = `${setAside} of ${ITEMS} items could not be read`;
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await expect(page.getByText("Without a publish time").first()).toBeVisible();
  await expectGoodState(page, "a run of ingest");
}

test.describe("light, 1440 px", () => {
  test.use({ colorScheme: "light", viewport: { width: 1440, height: 900 } });
  test.slow();

  test("reels are brought in, ranked, looked into and refreshed", async ({ page }) => {
    const found = complaints(page);
    await letRunsTakeSeconds();
    await signUp(page, "ingest");
    await lookAtSample(page);
    await bringReelsIn(page);
    for (const days of [30, 90]) {
      await page.goto("/performance");
      await page.getByRole("link", { name: `Last ${days} days` }).click();
      await expect(page).toHaveURL(new RegExp(`window=${days}d`));
      await expectShown(page, `window=${days}d`);
      await expect(page.getByLabel("Key figures").getByText(/ score 95 or more$/)).toBeVisible();
    }
    await lookAtScatter(page);
    await narrowReels(page);
    await sortAndSave(page);
    await refreshReels(page);
    await openBest(page);
    expect(found).toEqual([]);
  });
});
