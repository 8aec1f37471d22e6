import type { Page } from "@playwright/test";
import { Problem } from "../problem.ts";

const SETTLE_TIMEOUT_MS = 30_000;
/** What stands in for something that is on its way. */
const ON_ITS_WAY = '[aria-busy="true"], [class*="animate-[late"], template[id^="B:"]';
/** Two looks at a page that agree mean that it is drawn. */
const LOOK_MS = 150;

/** Waits until a page is drawn whole: streamed panels, charts loaded when seen, fonts, pictures. */
export async function settle(page: Page) {
  await page.waitForLoadState("load");
  await waitForScripts(page);
  const until = Date.now() + SETTLE_TIMEOUT_MS;
  do {
    if (Date.now() > until) throw new Problem("Something on the page stays on its way.");
    // Again, because a panel that was streamed in meanwhile may hold a chart that loads when seen.
    await walkDown(page);
  } while (await isOnItsWay(page));
  await page.evaluate(() => document.fonts.ready);
  await standsStill(page);
}

/** React listens: what only appears then has appeared, and keys and files are taken. */
export async function waitForScripts(page: Page) {
  await page.waitForFunction(
    () => {
      const main = document.querySelector("main, [role=dialog]") ?? document.body;
      return Object.keys(main).some((key) => key.startsWith("__react"));
    },
    undefined,
    { timeout: SETTLE_TIMEOUT_MS },
  );
}

/** Brings everything into sight once, so that what loads when seen has loaded. */
async function walkDown(page: Page) {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo(0, 0);
  });
}

function isOnItsWay(page: Page) {
  return page.evaluate(
    (selector) =>
      document.querySelector(selector) !== null ||
      [...document.images].some(({ complete, loading }) => !complete && loading !== "lazy"),
    ON_ITS_WAY,
  );
}

/** Nothing of it changes any more. */
export async function standsStill(page: Page) {
  const sight = () =>
    page.evaluate(() => document.body.innerHTML.length + document.body.scrollHeight);
  const until = Date.now() + SETTLE_TIMEOUT_MS;
  let before = -1;
  for (let now = await sight(); now !== before && Date.now() < until; now = await sight()) {
    before = now;
    await page.waitForTimeout(LOOK_MS);
  }
}
