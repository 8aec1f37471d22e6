import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectGoodState } from "./complaints.ts";

/** How many reels a window has, by the API. */
async function answered(page: Page, query: string) {
  const body: { total: number; items: { post_id: number; author: string; views: number }[] } =
    await page.evaluate(async (search) => {
      const answer = await fetch(`/api/v1/reels/performance?limit=200&${search}`);
      return answer.json();
    }, query);
  return body;
}

const shown = (page: Page) => page.getByText(/^[\d,]+ reels? shown, by /);

export async function expectShown(page: Page, query: string) {
  const { total } = await answered(page, query);
  await expect(shown(page)).toHaveText(new RegExp(`^${total.toLocaleString("en")} reels? shown`));
  return total;
}

export const plotOf = (page: Page) =>
  page.getByRole("slider", { name: /by velocity and engagement/ });

/** Where the dot is on the screen that is pointed at. */
async function ringOf(page: Page) {
  const box = await plotOf(page).locator("circle[stroke='var(--text)']").boundingBox();
  if (!box) throw new Error("No dot has a ring.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

type Box = { x: number; y: number; width: number; height: number };

function spotIn(box: Box | null, across: number, down: number) {
  if (!box) throw new Error("The scatter is not on the screen.");
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

export async function lookAtScatter(page: Page) {
  const plot = plotOf(page);
  const tip = page.locator("p:has-text('Views per hour'), dl:has-text('Views per hour')").last();
  await plot.scrollIntoViewIfNeeded();
  await plot.press("Home");
  await expect(tip).toBeVisible();
  const best = await plot.getAttribute("aria-valuetext");
  const ring = await ringOf(page);
  await plot.press("ArrowLeft");
  await expect(plot).not.toHaveAttribute("aria-valuetext", best ?? "");
  await expectGoodState(page, "a tip", "main");
  await plot.press("Escape");
  await expect(tip).toBeHidden();
  await page.mouse.move(ring.x, ring.y);
  await expect(tip).toBeVisible();
  await expect(plot).toHaveAttribute("aria-valuetext", best ?? "");

  const all = Number(await plot.getAttribute("aria-valuemax"));
  // The tip lies on the plot and keeps what happens on it to itself.
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(tip).toBeHidden();
  await plot.scrollIntoViewIfNeeded();
  const [from, to] = [
    spotIn(await plot.boundingBox(), 0.3, 0.6),
    spotIn(await plot.boundingBox(), 0.9, 0.3),
  ];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText(/^Zoomed to velocity p.* are in view\.$/)).toBeVisible();
  await expect.poll(async () => Number(await plot.getAttribute("aria-valuemax"))).toBeLessThan(all);
  await page.getByRole("button", { name: "Reset zoom" }).click();
  await expect(plot).toHaveAttribute("aria-valuemax", String(all));

  await page.getByRole("button", { name: "Show as table" }).click();
  const rows = page.getByRole("region", { name: /, as a table$/ }).locator("tbody tr");
  await expect(rows).toHaveCount(Math.min(all, 200));
  await page.getByRole("button", { name: "Show as chart" }).click();
}

export async function narrowReels(page: Page) {
  const all = await answered(page, "window=90d");
  const [best] = all.items;
  if (!best) throw new Error("No reel is in 90 days.");
  await page.getByLabel("All platforms").selectOption({ label: "Instagram" });
  await expect(page).toHaveURL(/window=90d&platform=instagram/);
  await page.getByLabel("All authors").selectOption({ label: best.author });
  await expect(page).toHaveURL(/author=/);
  const asked = () => new URL(page.url()).search.slice(1);
  expect(await expectShown(page, asked())).toBeLessThan(all.total);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/author=/);
  await page.getByLabel("Views from").fill("10000");
  await page.getByLabel("Views from").press("Enter");
  await expect(page).toHaveURL(/min_views=10000\b/);
  const seen = await expectShown(page, asked());
  expect(seen).toBeLessThan(all.total);
  await page.getByText("Outliers only", { exact: true }).click();
  await expect(page).toHaveURL(/outliers_only=true/);
  expect(await expectShown(page, asked())).toBeLessThan(seen);
  await page.goto("/performance?window=90d");
  await page.getByLabel("Title, author or hashtag").fill(best.author);
  await page.getByLabel("Title, author or hashtag").press("Enter");
  await expect(page).toHaveURL(/search=/);
  const found = await expectShown(page, asked());
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all.total);
}

export async function sortAndSave(page: Page) {
  await page.goto("/performance?window=90d");
  await page.getByRole("link", { name: "Views", exact: true }).click();
  await expect(page).toHaveURL(/sort=views/);
  await expect(shown(page)).toHaveText(/by views, highest first$/);
  const { total, items } = await answered(page, "window=90d&sort=views");
  await page.getByRole("button", { name: "Export" }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /^CSV/ }).click(),
  ]);
  const file = readFileSync(await saved.path());
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  expect(rows).toHaveLength(total);
  expect(rows.slice(0, 5).map(({ views }) => views)).toEqual(
    items.slice(0, 5).map(({ views }) => String(views)),
  );
}

export async function refreshReels(page: Page) {
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(page.getByRole("button", { name: "Refreshing" })).toBeVisible();
  await expect(page.getByText(/^Apify looks for reels/)).toBeVisible();
  await expect(page.getByText(/^The run is done: /)).toBeVisible({ timeout: 40_000 });
}

export async function openBest(page: Page) {
  const plot = plotOf(page);
  await plot.press("Home");
  await plot.press("Enter");
  await page.waitForURL(/\/posts\/\d+$/);
  await expect(
    page.getByRole("heading", { name: /^Why it stands out$|^Where it stands$/ }),
  ).toBeVisible();
  await expect(page.getByText(/at the same age/i).first()).toBeVisible();
  await expect(page.getByText(/^Score \d+\.\d\d; a breakout/)).toBeVisible();
  await expectGoodState(page, "a reel's post");
}
