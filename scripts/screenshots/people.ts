import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { Problem } from "../problem.ts";

const demoFile = z.object({ appUrl: z.url(), email: z.string(), password: z.string() });

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
    newcomer: await sessionOf(browser, demo, (page) =>
      // Somebody new each time: yesterday's has a workspace that is no longer empty.
      submit(page, "/signup", {
        email: `first.day+${Date.now().toString(36)}@example.com`,
        password: demo.password,
      }),
    ),
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
  await page.waitForURL((url) => url.pathname === "/");
}
