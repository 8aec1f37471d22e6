import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addressesOf, type ProductPage } from "../pages.ts";
import { Problem } from "../problem.ts";
import { HEIGHTS, THEMES, type Width } from "./looks.ts";
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

/** Takes every scene in one width. Answers with bytes, and with what could not be taken. */
export async function takeAll(
  browser: Browser,
  {
    demo,
    sessions,
    scenes,
    width,
    out,
  }: { demo: Demo; sessions: Sessions; scenes: Scene[]; width: Width; out: string },
) {
  const contexts = new Map<Who, BrowserContext>();
  const failures: string[] = [];
  let bytes = 0;
  for (const { name, who, open, whole } of scenes) {
    const context = contexts.get(who) ?? (await openContext(browser, demo, sessions[who], width));
    contexts.set(who, context);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: THEMES[0] });
    try {
      await open(page);
      bytes += await shoot(page, { name, width, whole, out });
      console.log(`${name}, ${width} px`);
    } catch (error) {
      failures.push(`${name}, ${width} px: ${String(error).split("\n")[0]}`);
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
  width: Width,
) {
  const phone = width === 390;
  return browser.newContext({
    baseURL: appUrl,
    storageState,
    reducedMotion: "reduce",
    hasTouch: phone,
    isMobile: phone,
    viewport: { width, height: phone ? HEIGHTS.phone : HEIGHTS.desk },
  });
}
