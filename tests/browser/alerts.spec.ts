import { expect, test } from "@playwright/test";
import { expectGoodState } from "./complaints.ts";
import { awake, signUp } from "./stack.ts";

test("makes a rule, tests it, and reads the message in the inbox", async ({ page }) => {
  await signUp(page, "alerts");
  await page.goto("/settings/alerts");
  await expect(page.getByRole("heading", { name: "An account or ingest fails" })).toBeVisible();
  const button = page.getByRole("button", { name: "New rule" });
  await awake(button);
  await button.click();
  const window = page.getByRole("dialog", { name: "A new rule" });
  await window.getByLabel("Name").fill("A film takes off");
  await window.getByLabel("Value").fill("5000");
  await window.getByRole("button", { name: "Make the rule" }).click();
  await expect(window).toBeHidden();
  const rule = page.getByRole("listitem").filter({ hasText: "A film takes off" });
  await expect(rule).toContainText("A post reaches 5,000 views within 7 days of publishing");
  await expectGoodState(page, "alerts");

  await rule.getByRole("button", { name: 'What to do with "A film takes off"' }).click();
  await page.getByRole("menuitem", { name: /^Test/ }).click();
  await expect(rule.getByRole("status")).toContainText("It is in the inbox.");
  await page.goto("/inbox?state=unread");
  const message = page.getByRole("listitem").filter({ hasText: 'A test of "A film takes off"' });
  await expect(message).toContainText("Nothing happened");
  await expectGoodState(page, "inbox");
  const mark = message.getByRole("button", { name: "Mark as read" });
  await awake(mark);
  await mark.click();
  await expect(page.getByText("Everything is read.")).toBeVisible();
});
