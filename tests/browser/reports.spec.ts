import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { read } from "xlsx";
import { complaints, drawCharts, expectGoodState } from "./complaints.ts";
import { demo, signIn, signUp } from "./stack.ts";

async function openReports(page: Page, path = "/reports?days=90") {
  const { email, password } = demo();
  await signIn(page, email, password, "/jobs");
  await page.goto(path);
  await page.getByRole("heading", { name: "Reports", level: 1 }).waitFor();
}
async function answered<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => (await fetch(address)).json(), path);
}
const heat = (page: Page) => page.getByRole("slider", { name: /by weekday and hour$/ });

type Times = { cells: { measured: number; value: number | null }[] };

for (const { colorScheme, width } of [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
  { colorScheme: "light", width: 1600 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    test.slow();

    test("reports on a period, with the posts behind each hour of the week", async ({ page }) => {
      const found = complaints(page);
      await openReports(page);
      await expectGoodState(page, "a report");
      const { cells } = await answered<Times>(page, "/api/v1/reports/best-times?days=90");
      const told = cells.filter(({ value }) => value !== null).length;
      await expect(
        page.getByText(`${told} of 168 hours of the week have 3 measured`).first(),
      ).toBeVisible();
      // Nothing but the number of posts stands where there is no evidence.
      const bare = cells.findIndex(({ value }) => value === null);
      await drawCharts(page);
      const grid = heat(page);
      await grid.focus();
      await grid.press("Home");
      const right = width >= 832 ? "ArrowRight" : "ArrowDown";
      for (let step = 0; step < bare; step++) await grid.press(right);
      await expect(grid).toHaveAttribute(
        "aria-valuetext",
        /: no evidence, \d+ measured posts?, 3 are needed$/,
      );
      await grid.press("t");
      const rows = page.getByRole("region", { name: /, as a table$/ }).locator("tbody tr");
      await expect(rows).toHaveCount(168);
      await expect(rows.first()).toContainText(/^Monday00:00/);
      await expectGoodState(page, "the hours as a table");
      expect(found).toEqual([]);
    });
  });
}

test("keeps period, platform and rankings in the address, and leads on to posts and hashtags", async ({
  page,
}) => {
  await openReports(page, "/reports");
  await page.getByRole("link", { name: "7 days", exact: true }).click();
  await expect(page).toHaveURL(/days=7/);
  await page.getByLabel("Platform").selectOption({ label: "Instagram" });
  await expect(page).toHaveURL(/platform=instagram/);
  await page.getByRole("link", { name: "Engagement", exact: true }).click();
  await expect(page).toHaveURL(/by=engagement_rate/);
  await page.getByRole("link", { name: "Imported events" }).click();
  await expect(page).toHaveURL(/basis=events/);
  await page.getByRole("button", { name: "Other days" }).click();
  await page.getByLabel("From").fill("2020-01-01");
  await page.getByLabel("Until, included").fill("2020-01-31");
  await page.getByRole("button", { name: "Report these days" }).click();
  await expect(page).toHaveURL(/from=2020-01-01&until=2020-01-31/);
  await expect(
    page.getByText(/^No post of Instagram was published 1 Jan 2020 – 31 Jan 2020/),
  ).toBeVisible();
  await expectGoodState(page, "a period without posts");
  await page.getByRole("link", { name: "Show 90 days" }).click();
  const tags = page.getByRole("region", { name: "Top hashtags" });
  await tags
    .getByRole("link", { name: /posts with/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/posts\?.*hashtag=/);
  await page.goBack();
  const posts = page.getByRole("region", { name: "Top posts" });
  await posts.getByRole("link").first().click();
  await page.waitForURL(/\/posts\/\d+$/);
});

test("saves each table and the whole report", async ({ page }) => {
  await openReports(page);
  await page.getByRole("button", { name: "Export top posts" }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /^CSV/ }).click(),
  ]);
  const rows: Record<string, string>[] = parse(readFileSync(await saved.path()), {
    columns: true,
    bom: true,
  });
  const { posts } = await answered<{ posts: { url: string; views: number }[] }>(
    page,
    "/api/v1/reports/top-posts?days=90",
  );
  expect(rows.map(({ url, views }) => [url, views])).toEqual(
    posts.map(({ url, views }) => [url, String(views)]),
  );
  expect(
    rows.every(({ simulated, metric_definition }) => simulated === "true" && metric_definition),
  ).toBe(true);
  const [book] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Excel, all tables" }).click(),
  ]);
  expect(read(readFileSync(await book.path())).SheetNames).toEqual([
    "About",
    "Period against period",
    "Top people",
    "Top hashtags",
    "Top posts",
    "Fastest growing",
    "Best times",
  ]);
});

test.describe("on paper", () => {
  test.use({ colorScheme: "dark" });

  test("is one light document with its period, workspace and definitions, and no navigation", async ({
    page,
  }) => {
    await openReports(page);
    await page.emulateMedia({ media: "print" });
    // It is heard once the page's scripts run.
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await expect(page.locator("html")).toHaveAttribute("data-theme", "light", { timeout: 500 });
    }).toPass();
    await expect(page.getByText(/^Report of /)).toBeVisible();
    await expect(page.locator("dl").filter({ hasText: "As of" }).first()).toContainText(
      /Period.*days in /,
    );
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    for (const hidden of [
      page.getByRole("navigation"),
      page.getByRole("button", { name: /^(Print|Export)/ }),
      heat(page),
    ]) {
      for (const each of await hidden.all()) await expect(each).toBeHidden();
    }
    await expect(page.getByRole("heading", { name: "Definitions used" })).toBeVisible();
    await expect(page.getByText(/^In brackets the measured posts behind each/)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(8);
  });
});

test("says what to do where there is nothing yet", async ({ page }) => {
  await signUp(page, "reports");
  await page.goto("/reports");
  await expect(page.getByText(/^No posts yet, so there is nothing to report/)).toBeVisible();
  await expectGoodState(page, "an empty report");
});
