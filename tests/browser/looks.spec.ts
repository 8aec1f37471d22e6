import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { demo, signIn } from "./stack.ts";

const OPEN_PAGES = ["/", "/login", "/signup", "/forgot-password"];
const OWN_PAGES = [
  "/",
  "/upload",
  "/jobs",
  "/jobs?search=nothing-like-it",
  "/accounts",
  "/posts",
  "/posts?search=nothing-like-it",
  "/posts/trends",
  "/performance",
  "/performance?search=nothing-like-it",
  "/performance?sample=true&window=90d",
  "/creator-studio",
  "/media-library",
  "/settings",
  "/settings/runs",
  "/settings/ingest",
  "/nowhere",
];

const LOOKS = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

/** Errors of the page's own scripts, and what the content security policy refused. */
function complaints(page: Page) {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.includes("404 (Not Found)")) found.push(text);
  });
  return found;
}

async function expectGoodLooks(page: Page, path: string) {
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(told, path).toEqual([]);
}

for (const { colorScheme, width } of LOOKS) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    // Each page is looked at whole.
    test.slow();

    test("pages for everybody are accessible and fit (invariant 34)", async ({ page }) => {
      const found = complaints(page);
      for (const path of OPEN_PAGES) await expectGoodLooks(page, path);
      expect(found).toEqual([]);
    });

    test("pages of a workspace are accessible and fit (invariant 34)", async ({ page }) => {
      const found = complaints(page);
      const { email, password } = demo();
      await signIn(page, email, password, "/jobs");
      const href = await page.locator('main a[href^="/jobs/"]').first().getAttribute("href");
      const job = href ?? "";
      await page.goto("/posts?platform=youtube&origin=account");
      const post = await page
        .locator('main a[href^="/posts/"]')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute("href") ?? "").find((path) => /\d$/.test(path)),
        );
      await page.goto("/settings/ingest");
      const run = await page
        .locator('main a[href^="/settings/ingest/"]')
        .first()
        .getAttribute("href");
      for (const path of [
        ...OWN_PAGES,
        run ?? "no run of ingest",
        post ?? "no post",
        job,
        `${job}?state=failed`,
        `${job}?search=nothing`,
      ]) {
        await expectGoodLooks(page, path);
      }
      expect(found).toEqual([]);
    });
  });
}
