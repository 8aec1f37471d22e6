import { expect, type Page, test } from "@playwright/test";
import { complaints, drawCharts, expectGoodState } from "./complaints.ts";
import { awake, demo, signIn, signUp } from "./stack.ts";

async function open(page: Page, path: string) {
  const { email, password } = demo();
  await signIn(page, email, password, "/settings");
  await page.goto(path);
}
const panel = (page: Page, heading: RegExp) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: heading }) });

test.describe("dark, 390 px", () => {
  test.use({ colorScheme: "dark", viewport: { width: 390, height: 900 } });
  test.slow();

  test("pages of hashtags are accessible and fit in every state", async ({ page }) => {
    const found = complaints(page);
    await open(page, "/hashtags?window=24h");
    for (const path of [
      "/hashtags?window=24h&growth=7d",
      "/hashtags?search=nothing-like-it&platform=linkedin&period=24h",
      "/hashtags/art?period=90d",
      "/hashtags/art?period=all&platform=instagram",
      "/hashtags/nothinglikeit",
    ]) {
      await page.goto(path);
      await expectGoodState(page, path);
    }
    expect(found).toEqual([]);
  });
});

test("one finds a hashtag by its beginning, and everything asked stands in the address", async ({
  page,
}) => {
  await open(page, "/hashtags");
  // Keys are heard once the page's scripts run.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("#SKETCH");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("search") === "#SKETCH");
  const results = panel(page, /begins with/);
  const rows = results.locator("tbody tr");
  await expect(rows.first()).toContainText("#sketchbook");
  for (const name of await rows.locator("td:first-child").allTextContents()) {
    expect(name.toLowerCase()).toMatch(/^#sketch/);
  }
  await results.getByRole("link", { name: "7 days" }).click();
  await page.waitForURL((url) => url.searchParams.get("period") === "7d");
  await page.getByRole("link", { name: /Begins with “#SKETCH”/ }).click();
  await page.waitForURL((url) => !url.searchParams.has("search"));
  expect(new URL(page.url()).searchParams.get("period")).toBe("7d");
});

test("what is trending can be asked of a longer window, paused, and gone on with", async ({
  page,
}) => {
  await open(page, "/hashtags?window=15m");
  const trending = panel(page, /15 minutes|last hour|last 24 hours/).first();
  await expect(trending).toContainText("Posts of this workspace published in the last 15 minutes");
  await page
    .getByRole("navigation", { name: "Window" })
    .getByRole("link", { name: "24 h" })
    .click();
  await expect(trending).toContainText("Posts of this workspace published in the last 24 hours");
  const rows = trending.locator("tbody tr");
  const counts = (await rows.locator("td:nth-child(2)").allTextContents()).map(Number);
  expect(counts.length).toBeGreaterThan(0);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));

  await trending.getByRole("button", { name: /Pause/ }).click();
  await expect(trending).toContainText("Paused");
  const asked = page.waitForRequest((request) =>
    request.url().includes("/hashtags/trending?window=1440"),
  );
  await trending.getByRole("button", { name: /Go on/ }).click();
  await asked;
  await expect(trending).toContainText("Updates each minute");
});

test("a server that cannot be reached leaves what is known on the screen, and says so", async ({
  page,
}) => {
  await open(page, "/hashtags?window=24h");
  const trending = panel(page, /last 24 hours/).first();
  const before = await trending.locator("tbody").textContent();
  await page.route("**/api/v1/hashtags/trending**", (route) => route.abort());
  await trending.getByRole("button", { name: /Pause/ }).click();
  await trending.getByRole("button", { name: /Go on/ }).click();
  await expect(trending).toContainText("The server cannot be reached");
  expect(await trending.locator("tbody").textContent()).toBe(before);
});

test("a hashtag's page is one for all spellings, and its graph is walked by keys", async ({
  page,
}) => {
  await open(page, "/hashtags/%23ART?period=90d");
  await page.waitForURL((url) => url.pathname === "/hashtags/art");
  expect(new URL(page.url()).searchParams.get("period")).toBe("90d");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^#art$/i);

  const list = page.getByRole("region", { name: "Related hashtags" }).locator("tbody tr");
  await list.nth(1).waitFor();
  const [first, second] = await list.locator("td:first-child").allTextContents();
  await drawCharts(page);
  const graph = page.getByRole("slider", { name: /goes with/ });
  await graph.focus();
  await expect(graph).toHaveAttribute("aria-valuetext", new RegExp(`^${first}: on `));
  await awake(graph);
  await page.keyboard.press("ArrowRight");
  await expect(graph).toHaveAttribute("aria-valuetext", new RegExp(`^${second}: on `));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second ?? "");
});

test("a chart of its posts says the same as its table", async ({ page }) => {
  await open(page, "/hashtags/art?period=30d");
  const chart = panel(page, /posts with #art in the last 30 days/i).first();
  const [total = "0"] = (await chart.getByRole("heading").textContent())?.match(/^[\d,]+/) ?? [];
  await drawCharts(page);
  await chart.getByRole("slider").focus();
  await page.keyboard.press("t");
  const counts = await chart.locator("tbody td:nth-child(2)").allTextContents();
  expect(counts).toHaveLength(30);
  const sum = counts.reduce((all, each) => all + Number(each.replace(",", "")), 0);
  expect(sum).toBe(Number(total.replace(",", "")));
});

test("a post leads to the pages of its hashtags, and a hashtag to its posts", async ({ page }) => {
  await open(page, "/hashtags/art?period=all");
  await page.getByRole("link", { name: "See its posts" }).click();
  await page.waitForURL((url) => url.searchParams.get("hashtag") === "art");
  await page.locator('main tbody a[href^="/posts/"]').first().click();
  await page.getByRole("link", { name: "#sketchbook", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("#sketchbook");
});

test("a workspace without posts says why there is no hashtag, and what to do", async ({ page }) => {
  await signUp(page, "untagged");
  await page.goto("/hashtags");
  const main = page.getByRole("main");
  await expect(main).toContainText("No posts yet, so no hashtags.");
  await expect(main.getByRole("link", { name: "Connect an account" })).toBeVisible();
  await page.goto("/hashtags/%E6%97%A5%E6%9C%AC");
  await expect(main).toContainText("No post of this workspace carries #日本.");
  await expect(main.getByRole("link", { name: "Hashtags that begin with “日本”" })).toBeVisible();
});
