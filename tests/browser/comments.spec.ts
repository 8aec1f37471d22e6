import { expect, type Page, test } from "@playwright/test";
import { seedThreads } from "./comment-threads.ts";
import { complaints, drawCharts, expectGoodState } from "./complaints.ts";
import { signUp } from "./stack.ts";

const rows = (page: Page) => page.getByRole("feed").locator("article[data-at]");
const focused = (page: Page) => page.locator("article:focus");

async function lookAtAll(page: Page) {
  await page.goto("/comments");
  const figures = page.getByLabel("Key figures");
  await expect(figures.getByText("4,500", { exact: true })).toBeVisible();
  await expect(figures.getByText("of 2 posts")).toBeVisible();
  await expect(figures.getByText(/^1,500\s*levels$/)).toBeVisible();
  await expect(
    page.getByText("A comment is viral with 3 direct replies or 10 likes"),
  ).toBeVisible();

  await drawCharts(page);
  const plot = page.getByRole("slider", { name: "Comments by level" });
  await plot.press("Home");
  await expect(plot).toHaveAttribute("aria-valuetext", /^Level 1: 12 comments, 0\.3/);
  await plot.press("End");
  await expect(plot).toHaveAttribute("aria-valuetext", /^Levels \d+ – 1,500: /);
  await expectGoodState(page, "comments");
  await plot.press("t");
  const table = page.getByRole("region", { name: /, as a table$/ });
  await expect(table.locator("tbody tr")).toHaveCount(1_500);
  await expect(table.locator("tbody tr").first()).toContainText("12");

  await expect(
    page.getByRole("heading", { name: "1 thread took off, the longest chain has 1,500 comments" }),
  ).toBeVisible();
  const chains = page.locator("#chains li");
  await expect(chains).toHaveCount(1);
  await expect(chains.first()).toContainText("Answer 1 in a row");
  await page.getByLabel("Chain from").fill("100");
  await page.getByLabel("Chain from").press("Enter");
  await expect(page).toHaveURL(/min_depth=100/);
  await expect(chains).toHaveCount(1);
  await page.getByLabel("Engagement from").fill("999999");
  await page.getByLabel("Engagement from").press("Enter");
  await expect(page).toHaveURL(/min_depth=100&min_engagement=999999/);
  await expect(page.getByText("No chain matches these filters.")).toBeVisible();
  await expectGoodState(page, "no chain matches");
  await page.getByRole("link", { name: /Engagement from 999,999/ }).click();
  await expect(chains).toHaveCount(1);

  await page.getByLabel("Platform").selectOption({ label: "LinkedIn" });
  await expect(page).toHaveURL(/platform=linkedin/);
  await expect(page.getByText("No comments of such posts were collected.")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(figures.getByText("4,500", { exact: true })).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "Comments of 1 post could not be read" }),
  ).toBeVisible();
}

async function readTheChain(page: Page, deep: number) {
  await page.locator("#chains").getByRole("link", { name: "Answer 1 in a row" }).first().click();
  await page.waitForURL(new RegExp(`/comments/${deep}\\?comment=`));
  await expect(focused(page)).toContainText("Viral chain 1 of 1,500");
  await expect(rows(page)).toHaveCount(200);
  await page.keyboard.press("n");
  await expect(focused(page)).toContainText("Viral chain 2 of 1,500");
  await page.keyboard.press("p");
  await expect(focused(page)).toContainText("Viral chain 1 of 1,500");
  await page.keyboard.press("ArrowLeft");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Unfold 1,499 below it" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(rows(page)).toHaveCount(200);
  await expectGoodState(page, "a chain");

  await page.getByRole("button", { name: "Show the next 200" }).press("Enter");
  await expect(focused(page)).toContainText("Answer 201 in a row");
  await expect(focused(page)).toContainText("Level 201");
  await expect(rows(page)).toHaveCount(400);
  await page.keyboard.press("PageDown");
  await expect(focused(page)).toContainText("Answer 202 in a row");

  await page.goto(`/comments/${deep}?search=${encodeURIComponent("Answer 1500 in")}`);
  await expect(focused(page)).toContainText("Level 1,500");
  await expect(focused(page).locator("mark")).toHaveText("Answer 1500 in");
  await expect(page.getByText("1,400 comments between: 1 – 1,400 of 1,500")).toBeVisible();
  await page.getByRole("button", { name: "Show the 200 before" }).click();
  await expect(focused(page)).toContainText("Answer 1400 in a row");
  await expect(rows(page)).toHaveCount(300);
}

async function readTheCrowd(page: Page, wide: number) {
  await page.goto(`/comments/${wide}`);
  await expect(rows(page).first()).toContainText("Likes not told");
  await page.getByLabel("Search this thread").fill("FROZEN");
  await page.getByLabel("Search this thread").press("Enter");
  await expect(page).toHaveURL(/search=FROZEN/);
  await expect(page.getByRole("group", { name: "Found" })).toContainText("1 of 60");
  await expect(focused(page).locator("mark")).toHaveText("frozen");
  await page.keyboard.press("m");
  await expect(page.getByRole("group", { name: "Found" })).toContainText("2 of 60");
  await expectGoodState(page, "a search in a thread");
  await page.goto(`/comments/${wide}?search=nothing-like-it`);
  await expect(page.getByText("No comment of this thread says “nothing-like-it”.")).toBeVisible();
  await page.getByRole("button", { name: "Fold all" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.goto(`/comments/${wide}?search=Whom`);
  await expect(focused(page)).toContainText("Answers a comment that was not read");
  await page.getByRole("link", { name: "Numbers of this post" }).click();
  await expect(page.getByText(/^Comments: 3,000 collected/)).toBeVisible();
}

test.describe("dark, 390 px", () => {
  test.use({ colorScheme: "dark", viewport: { width: 390, height: 900 } });
  test.slow();

  test("who has no comments is told how they come", async ({ page }) => {
    const found = complaints(page);
    await signUp(page, "quiet");
    await page.goto("/comments");
    await expect(page.getByText(/^No comments yet\./)).toBeVisible();
    await expect(page.getByRole("link", { name: "Connect an account" })).toBeVisible();
    await expectGoodState(page, "no comments");
    expect(found).toEqual([]);
  });

  test("chains are ranked, and threads of any length are read, folded and searched", async ({
    page,
  }) => {
    const found = complaints(page);
    const { deep, wide, off } = await seedThreads(await signUp(page, "threads"));
    await lookAtAll(page);
    await readTheChain(page, deep);
    await readTheCrowd(page, wide);
    await page.goto(`/comments/${off}`);
    await expect(page.getByText("Comments are switched off.", { exact: true })).toBeVisible();
    await expectGoodState(page, "comments switched off");
    expect(found).toEqual([]);
  });
});
