import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { demo, signUp } from "./stack.ts";

/** What a person does at the simulator's consent page. */
async function consent(page: Page, decision: "Allow" | "Deny") {
  await page.getByRole("heading", { name: /consent/i }).waitFor();
  await page.getByRole("button", { name: decision }).click();
  await page.waitForURL(/\/accounts/);
}

async function control(path: string, body: object) {
  const answer = await fetch(new URL(`/_control/${path}`, demo().simulatorUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
}

/** Once every refresh has ended: as if that had been a while ago. Returns how many there were. */
async function letTimePass() {
  const sql = postgres(demo().databaseUrl, { max: 1 });
  try {
    await expect
      .poll(async () => (await sql`select from refresh_runs where status = 'running'`).length)
      .toBe(0);
    await sql`update refresh_runs set created_at = created_at - interval '5 minutes'`;
    const runs = await sql`select from refresh_runs where trigger = 'account'`;
    return runs.length;
  } finally {
    await sql.end();
  }
}

for (const { colorScheme, width } of [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("an account is connected, measured, lost and connected again", async ({ page }) => {
      await signUp(page, "accounts");
      await page.goto("/accounts");
      await page.getByRole("button", { name: "Connect TikTok" }).click();
      await consent(page, "Deny");
      await expect(
        page.getByText(/nothing was connected|denied|not allowed/i).first(),
      ).toBeVisible();

      await page.getByRole("button", { name: "Connect TikTok" }).click();
      await consent(page, "Allow");
      const posts = page.getByRole("link", { name: /\d+ recent posts/ }).first();
      await expect(posts).toBeVisible({ timeout: 30_000 });
      await posts.click();
      await page.waitForURL(/\/posts\?account=/);
      await page
        .locator('main a[href^="/posts/"]:not([href^="/posts/trends"]):visible')
        .first()
        .click();
      await page.waitForURL(/\/posts\/\d+/);
      await expect(page.getByText("TikTok Display API").first()).toBeVisible();
      await expect(page.getByText(/does not offer saves/i).first()).toBeAttached();

      const before = await letTimePass();
      await page.goto("/accounts");
      await page.getByRole("button", { name: /^Refresh now/ }).click();
      await expect.poll(letTimePass).toBe(before + 1);

      await control("tokens", { server: "tiktok", how: "revoke" });
      await page.reload();
      await page.getByRole("button", { name: /^Refresh now/ }).click();
      const lost = page.getByText(/is disconnected since/i).first();
      await expect(async () => {
        await page.goto("/posts");
        await expect(lost).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 30_000 });

      await page.goto("/accounts");
      await page
        .getByRole("button", { name: /^Reconnect/ })
        .first()
        .click();
      await consent(page, "Allow");
      await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
      await page.goto("/posts");
      await expect(lost).toBeHidden();
    });
  });
}
