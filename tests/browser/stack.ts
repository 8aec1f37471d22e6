import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";

const info = z.object({
  appUrl: z.url(),
  supabaseUrl: z.url(),
  publishableKey: z.string(),
  email: z.string(),
  password: z.string(),
  workspaceId: z.uuid(),
  cronSecret: z.string(),
  simulatorUrl: z.url(),
  databaseUrl: z.string(),
});

/** Where this run's demo listens, and its login: DATA_DIR/demo.json. */
export function demo() {
  const folder = process.env.BROWSER_TEST_DATA ?? "";
  return info.parse(JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")));
}

export const PASSWORD = "a long enough password";

/** Signs up somebody new, who is alone in a workspace of their own. */
export async function signUp(page: Page, name: string) {
  const email = `${name}-${crypto.randomUUID().slice(0, 8)}@example.test`;
  await page.goto("/signup");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("heading", { name: "Dashboard", level: 1 }).waitFor();
  return email;
}

export async function signIn(page: Page, email: string, password: string, next = "/") {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === next);
}

/** Waits until the page's scripts listen to an element: keys pressed before are lost. */
export async function awake(element: Locator) {
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__react"))),
    )
    .toBe(true);
}

const mail = z.object({ to: z.string(), link: z.url() });

/** The link in the last e-mail to an address: DATA_DIR/mails.jsonl. */
export function lastLinkTo(email: string) {
  const folder = process.env.BROWSER_TEST_DATA ?? "";
  const lines = readFileSync(join(folder, "mails.jsonl"), "utf8").trim().split("\n");
  const mails = lines.map((line) => mail.parse(JSON.parse(line)));
  return mails.findLast(({ to }) => to === email)?.link ?? "";
}

/** A video that the simulator always answers plainly. */
export function plainVideo(number: number) {
  return `https://www.youtube.com/watch?v=simPlain${String(number).padStart(3, "0")}`;
}
