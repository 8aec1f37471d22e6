import { expect, type Page, test } from "@playwright/test";
import { complaints, expectGoodState } from "./complaints.ts";
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

const REEL_PAGES = ["/performance", "/performance?sample=true", "/settings/ingest"];

const LOOKS = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

async function expectGoodLooks(page: Page, path: string) {
  await page.goto(path);
  await expectGoodState(page, path);
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

    test("pages of reels are accessible and fit (invariant 34)", async ({ page }) => {
      const found = complaints(page);
      const { email, password } = demo();
      await signIn(page, email, password, "/settings/ingest");
      const run = page.locator('main a[href^="/settings/ingest/"]:visible').first();
      const href = await run.getAttribute("href");
      for (const path of [...REEL_PAGES, href ?? "no run"]) await expectGoodLooks(page, path);
      expect(found).toEqual([]);
    });
  });
}
