import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { Problem } from "../problem.ts";

const demoFile = z.object({ appUrl: z.url(), email: z.string(), password: z.string() });

/** Also of a development server that has yet to compile the page. */
const ENTER_TIMEOUT_MS = 20_000;

export type Demo = z.output<typeof demoFile>;

/** Who looks at a page: somebody not signed in, the demo's owner, or somebody on their first day. */
export type Who = "nobody" | "owner" | "newcomer";

export type Sessions = Record<Who, Awaited<ReturnType<BrowserContext["storageState"]>>>;

/** The address and login of the demo that runs now. */
export async function readDemo() {
  const file = join(process.env.DATA_DIR ?? ".data", "demo.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`There is no ${file}. Start the demo first: npm run demo`);
  });
  return demoFile.parse(JSON.parse(text));
}

/** Signs everybody in once; their cookies serve every look. */
export async function signEverybodyIn(browser: Browser, demo: Demo): Promise<Sessions> {
  return {
    nobody: { cookies: [], origins: [] },
    owner: await sessionOf(browser, demo, (page) => submit(page, "/login", demo)),
    newcomer: await sessionOf(browser, demo, async (page) => {
      const robin = { email: "robin@example.com", password: demo.password };
      await submit(page, "/signup", robin).catch(() => submit(page, "/login", robin));
    }),
  };
}

async function sessionOf(browser: Browser, demo: Demo, enter: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: demo.appUrl });
  try {
    await enter(await context.newPage());
    return await context.storageState();
  } finally {
    await context.close();
  }
}

async function submit(
  page: Page,
  path: "/login" | "/signup",
  { email, password }: { email: string; password: string },
) {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  // Somebody who signed up when the pictures were taken before is told so, and stays.
  await page.waitForURL((url) => url.pathname === "/", { timeout: ENTER_TIMEOUT_MS });
}
