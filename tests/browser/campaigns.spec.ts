import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { complaints, expectGoodState } from "./complaints.ts";
import { awake, demo, signIn } from "./stack.ts";

test.slow();

test("groups posts in a campaign, says what they cost, and takes it along", async ({ page }) => {
  const { email, password } = demo();
  const name = `Winter ${Date.now()}`;
  await signIn(page, email, password, "/campaigns");
  const found = complaints(page);

  const create = page.getByRole("button", { name: "New campaign" });
  await awake(create);
  await create.press("Enter");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByRole("button", { name: "Make campaign" }).press("Enter");
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await expect(page.getByText("No post is in this campaign yet.").first()).toBeVisible();
  await expectGoodState(page, "a campaign without posts");

  await page.getByRole("main").getByRole("link", { name: "Add posts" }).first().click();
  const boxes = page.getByRole("checkbox");
  await awake(boxes.first());
  await boxes.nth(0).press("Space");
  await boxes.nth(1).press("Space");
  await page.getByRole("button", { name: "Add 2" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "2 posts are added." })).toBeVisible();
  await expect(boxes.nth(0)).toBeDisabled();
  await expectGoodState(page, "adding posts");

  await page.getByRole("link", { name: "Paste links" }).click();
  await page.getByLabel("Links to posts").fill("https://youtu.be/zzzzzzzzzzz https://example.com");
  await page.getByRole("button", { name: "Add these posts" }).click();
  await expect(page.getByRole("button", { name: "Measure it" })).toBeVisible();
  await expect(page.getByText("1 text is no link of a post.")).toBeVisible();

  await page.getByRole("link", { name: "Back to the campaign" }).click();
  const prices = page.getByRole("button", { name: /^Price of .*Set price$/ });
  await awake(prices.first());
  await prices.first().press("Enter");
  const field = page.getByRole("textbox", { name: /^Price of / });
  await field.fill("12,50");
  await field.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "found 12,50" })).toBeVisible();
  await field.fill("12.50");
  await field.press("Enter");
  const priced = page.getByRole("button", { name: /^Price of .*€12\.50$/ });
  await expect(priced).toBeFocused();
  await priced.press("Enter");
  await field.fill("99");
  await field.press("Escape");
  await expect(priced).toBeFocused();
  await expect(page.getByText("prices of 1 of 2 posts")).toBeVisible();
  await expectGoodState(page, "a campaign with a price");

  await page.getByRole("button", { name: "Export" }).click();
  const started = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^CSV/ }).click();
  const csv = readFileSync(await (await started).path(), "utf8");
  expect(csv.split("\r\n").filter((line) => line.includes(",12.5,EUR,"))).toHaveLength(1);

  await page.getByRole("button", { name: "Delete" }).click();
  const confirm = page.getByRole("button", { name: "Delete campaign" });
  await expect(confirm).toBeDisabled();
  await page.getByLabel(/^Type /).fill(name);
  await confirm.click();
  await page.waitForURL((url) => url.pathname === "/campaigns");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  // The browser tells of the price that was refused.
  expect(found).toEqual([expect.stringContaining("status of 422")]);
});
