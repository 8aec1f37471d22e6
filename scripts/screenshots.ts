// The README's pictures, taken of the demo that runs now: npm run demo, then npm run screenshots.
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.ts";
import { Problem, runScript } from "./problem.ts";
import { demoLinks } from "./stack/demo-links.ts";

const OUT = resolve(import.meta.dirname, "../docs/screenshots");
const demoFile = z.object({ appUrl: z.string(), email: z.string(), password: z.string() });

async function readDemo() {
  const file = join(process.env.DATA_DIR ?? ".data", "demo.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`There is no ${file}. Start the demo first: npm run demo`);
  });
  return demoFile.parse(JSON.parse(text));
}

async function signIn(page: Page, { email, password }: z.output<typeof demoFile>) {
  await page.goto("/login");
  await page.getByLabel(/e-?mail/i).fill(email);
  await page
    .getByLabel(/password/i)
    .first()
    .fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/login");
}

async function shoot(page: Page, name: string) {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

async function take(theme: "light" | "dark", width: number) {
  const demo = await readDemo();
  const { path } = findChromium();
  const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_ARGUMENTS });
  const page = await browser.newPage({
    baseURL: demo.appUrl,
    colorScheme: theme,
    viewport: { width, height: width < 500 ? 844 : 900 },
  });
  const named = (what: string) => `${what}-${theme}-${width}`;
  try {
    await signIn(page, demo);
    await shoot(page, named("dashboard"));
    await page.goto("/upload");
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "links.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(demoLinks()),
      });
    await shoot(page, named("upload"));
    await page.goto("/jobs");
    await page.locator("a[href^='/jobs/']:visible").first().click();
    await page.waitForURL(/\/jobs\/.+/);
    await shoot(page, named("job"));
    await page.goto("/accounts");
    await shoot(page, named("accounts"));
    await page.goto("/settings/ingest");
    await shoot(page, named("ingest"));
    await page.goto("/performance?window=30d");
    await shoot(page, named("performance"));
    await page.goto("/hashtags?window=1440");
    await shoot(page, named("hashtags"));
    await page.goto("/comments?min_depth=2&min_engagement=0");
    await shoot(page, named("comments"));
    await page.goto("/reports");
    await shoot(page, named("reports"));
    await page.goto("/posts?platform=youtube&origin=account&sort=views");
    await shoot(page, named("posts"));
    await page
      .locator("main a[href^='/posts/']:not([href^='/posts/trends']):visible", { hasText: /\w/ })
      .first()
      .click();
    await page.waitForURL(/\/posts\/\d+/);
    await page.getByRole("heading", { name: "How each number was measured" }).waitFor();
    await shoot(page, named("post"));
  } finally {
    await browser.close();
  }
}

await runScript(async () => {
  await mkdir(OUT, { recursive: true });
  await take("light", 1440);
  await take("dark", 1440);
  await take("light", 390);
});
