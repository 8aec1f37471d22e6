import { expect, type Page, test } from "@playwright/test";
import { complaints, expectGoodState } from "./complaints.ts";
import { awake, demo, plainVideo, signIn } from "./stack.ts";

async function open(page: Page, path: string) {
  const { email, password } = demo();
  await signIn(page, email, password, "/jobs");
  await page.goto(path);
  // Keys are heard once the frame's scripts run.
  await awake(page.getByRole("button", { name: "Search or paste a link" }));
}
const field = (page: Page) => page.getByRole("combobox", { name: "Search, or paste a link" });

test("finds pages and jobs by keyboard, and gives the focus back on Escape", async ({ page }) => {
  const found = complaints(page);
  await open(page, "/jobs");
  await page.getByRole("button", { name: "Search or paste a link" }).focus();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("option", { name: /^Dashboard/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Search or paste a link" })).toBeFocused();

  await page.keyboard.press("Control+k");
  await field(page).fill("camp");
  await page.getByRole("option", { name: /^Campaigns/ }).waitFor();
  await expectGoodState(page, "palette", "[role=dialog]");
  await field(page).fill("csv");
  const jobs = page.getByRole("group", { name: "Jobs" }).getByRole("option");
  await expect(jobs.first()).toContainText(".csv");
  await expect(page.getByRole("status").filter({ hasText: /\bresults?\b/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await jobs.first().click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);

  // What was chosen is offered again.
  await expect(field(page)).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(
    page.getByRole("group", { name: "Recent" }).getByRole("option").first(),
  ).toContainText(".csv");
  await field(page).fill("qqq-nothing-qqq");
  await expect(page.getByText("Nothing here is called “qqq-nothing-qqq”.")).toBeVisible();
  expect(found).toEqual([]);
});

test("a pasted link gives its numbers, and what is no post says what was expected", async ({
  page,
}) => {
  await open(page, "/jobs");
  await page.keyboard.press("Control+k");
  await field(page).fill("https://vimeo.com/12345");
  await expect(page.getByRole("alert")).toContainText("Expected a YouTube, TikTok, Instagram");
  await field(page).fill(plainVideo(77));
  await expect(page.getByRole("option").first()).toContainText("Get this post’s numbers");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/link\?job=/);
  const result = page.getByRole("region", { name: "Numbers of the link" });
  await expect(result.getByText("Views", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(result.getByText(/^Simulated/).first()).toBeVisible();
  await expectGoodState(page, "/link");
});

test("letters go to pages, through rows and to the list of all letters", async ({ page }) => {
  await open(page, "/link");
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  await page.waitForURL(/\/jobs$/);
  const rows = page.getByRole("row").getByRole("link");
  await rows.first().waitFor();
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("?g");
  await expect(page.getByRole("searchbox")).toHaveValue("?g");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByText("Next row")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForURL(/\/performance/);
});

test("the navigation folds, and is drawn so from the start the next time", async ({ page }) => {
  await open(page, "/jobs");
  const nav = page.getByRole("navigation", { name: "Main", exact: true });
  const width = async () => (await nav.boundingBox())?.width ?? 0;
  expect(await width()).toBeGreaterThan(200);
  await page.getByRole("button", { name: "Fold the navigation" }).click();
  await expect.poll(width).toBeLessThan(60);
  const answer = await page.request.get("/jobs");
  expect(await answer.text()).toContain('data-nav="folded"');
  await page.reload();
  expect(await width()).toBeLessThan(60);
  await expectGoodState(page, "folded navigation");
  const opens = page.getByRole("button", { name: "Open the navigation" });
  await awake(opens);
  await opens.press("Enter");
  await expect.poll(width).toBeGreaterThan(200);
});
