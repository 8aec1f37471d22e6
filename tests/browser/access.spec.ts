import { expect, test } from "@playwright/test";
import { demo, lastLinkTo, PASSWORD, signIn, signUp } from "./stack.ts";

const PAGES = ["/jobs", "/upload", "/settings"];

test("somebody signed out is asked to sign in, and comes back to the page they wanted", async ({
  page,
}) => {
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
  }
  const { email, password } = demo();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/settings");
});

test("a foreign address in next is not followed", async ({ page }) => {
  const { email, password } = demo();
  await page.goto("/login?next=//evil.example/x");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
});

test("another workspace's job does not exist, on the page, by API and in its exports", async ({
  page,
}) => {
  const { email, password } = demo();
  await signIn(page, email, password, "/jobs");
  const href = await page.locator('main a[href^="/jobs/"]').first().getAttribute("href");
  await page.context().clearCookies();
  await signUp(page, "stranger");
  await page.goto(href ?? "");
  await expect(page.getByText("There is no such")).toBeVisible();
  for (const tail of ["", "/results", "/export.csv", "/export.xlsx", "/rejected.csv"]) {
    const answer = await page.request.get(`/api/v1${href}${tail}`);
    expect(answer.status(), tail).toBe(404);
  }
});

test("a password can be forgotten, and set anew by the link in the e-mail", async ({ page }) => {
  const email = await signUp(page, "forgetful");
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();

  await page.goto(lastLinkTo(email));
  await page.getByRole("textbox", { name: "New password" }).fill("an entirely new password");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, email, "an entirely new password");

  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
});
