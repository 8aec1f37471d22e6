import { expect, test } from "@playwright/test";
import { expectGoodState } from "./complaints.ts";
import { awake, demo, signIn, signUp } from "./stack.ts";

test("shows a period beside another, and steps through periods by key, all in the address", async ({
  page,
}) => {
  const { email, password } = demo();
  await signIn(page, email, password);
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures.getByText("Views gained")).toBeVisible();
  await expect(figures.getByText("Simulated").first()).toBeVisible();
  await expect(page.getByText("compared with the same elapsed part of")).toBeVisible();
  await expect(page.getByRole("region", { name: "Views gained by platform" })).toBeVisible();
  await page.getByRole("heading", { name: "Needs attention" }).scrollIntoViewIfNeeded();
  await expectGoodState(page, "dashboard");

  const back = page.getByRole("link", { name: /^Before: / });
  await awake(back);
  await page.keyboard.press("[");
  // On a Sunday the seven days before are last week.
  await expect(page).toHaveURL(/\/\?(from=\d{4}-\d\d-\d\d&until=|range=last-week)/);
  await expect(page.getByText("compared with the same elapsed part of")).toBeHidden();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/\/$/);

  await page.getByRole("button", { name: /^Period: / }).click();
  await page.getByRole("menuitem", { name: /Last 30 days/ }).click();
  await expect(page).toHaveURL(/range=30d/);
  await page.getByRole("button", { name: /^Comparison: / }).click();
  await page.getByRole("menuitem", { name: /year before/ }).click();
  await expect(page).toHaveURL(/range=30d&compare=year/);

  await page.goto("/?range=fortnight");
  await expect(page.getByText("The last 7 days are shown instead.")).toBeVisible();
});

test("begins with what to do first, which a person can put away for good", async ({ page }) => {
  await signUp(page, "new");
  await expect(page.getByRole("heading", { name: "Four first steps" })).toBeVisible();
  await expect(page.getByText("No posts yet.", { exact: false })).toBeVisible();
  await expectGoodState(page, "dashboard");
  const away = page.getByRole("button", { name: "Put away" });
  await awake(away);
  await away.click();
  await expect(page.getByRole("heading", { name: "Four first steps" })).toBeHidden();
  await page.reload();
  await expect(page.getByText("No posts yet.", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Four first steps" })).toBeHidden();
});
