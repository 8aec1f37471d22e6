import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addressesOf, type ProductPage } from "../pages.ts";
import { Problem } from "../problem.ts";
import { HEIGHTS, type Look, pictureName } from "./looks.ts";
import type { Moment } from "./moments.ts";
import type { Demo, Sessions, Who } from "./people.ts";
import { settle } from "./settle.ts";
import { shoot } from "./shoot.ts";

/** A page or a state of one, and how to come there. */
export type Scene = { name: string; who: Who; open: (page: Page) => Promise<void>; whole: boolean };

export const pageScene = (product: ProductPage): Scene => ({
  name: product.name,
  who: product.open ? "nobody" : "owner",
  whole: true,
  open: async (page) => {
    const read = async (address: string) => (await page.request.get(address)).text();
    const [address] = await addressesOf(product, read);
    const answer = await page.goto(address);
    const expected = product.name === "not-found" ? 404 : 200;
    if (answer?.status() !== expected) {
      throw new Problem(`${address} answered ${answer?.status()}, not ${expected}.`);
    }
  },
});

export const momentScene = ({ name, who, path, act }: Moment): Scene => ({
  name,
  who,
  whole: false,
  open: async (page) => {
    await page.goto(path);
    if (!act) return;
    await settle(page);
    await act(page);
  },
});

/** Takes every scene in one look. Answers with bytes, and with what could not be taken. */
export async function takeAll(
  browser: Browser,
  {
    demo,
    sessions,
    scenes,
    look,
    out,
  }: {
    demo: Demo;
    sessions: Sessions;
    scenes: Scene[];
    look: Look;
    out: string;
  },
) {
  const contexts = new Map<Who, BrowserContext>();
  const failures: string[] = [];
  let bytes = 0;
  for (const scene of scenes) {
    let context = contexts.get(scene.who);
    if (!context) {
      context = await openContext(browser, demo, sessions[scene.who], look);
      contexts.set(scene.who, context);
    }
    const page = await context.newPage();
    const name = pictureName(scene.name, look);
    try {
      await scene.open(page);
      bytes += await shoot(page, look, join(out, name), scene.whole);
      console.log(name);
    } catch (error) {
      failures.push(`${name}: ${String(error).split("\n")[0]}`);
    } finally {
      await page.close();
    }
  }
  for (const context of contexts.values()) await context.close();
  return { bytes, failures };
}

function openContext(
  browser: Browser,
  { appUrl }: Demo,
  storageState: Sessions[Who],
  { theme, width }: Look,
) {
  const phone = width < 500;
  return browser.newContext({
    baseURL: appUrl,
    storageState,
    colorScheme: theme,
    reducedMotion: "reduce",
    hasTouch: phone,
    isMobile: phone,
    viewport: { width, height: phone ? HEIGHTS.phone : HEIGHTS.desk },
  });
}
