import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { HEIGHTS, pictureName, THEMES, type Width } from "./looks.ts";
import { settle, standsStill } from "./settle.ts";

/** Of WebP: small letters stay clean, and all pictures together stay small enough for a repository. */
const QUALITY = 66;

const FOLLOW_MS = 300;

type Wanted = { name: string; width: Width; whole: boolean; out: string };

/** Takes the picture of a page as it stands, once it is drawn, in each theme. Answers with their bytes. */
export async function shoot(page: Page, { name, width, whole, out }: Wanted) {
  await settle(page);
  if (whole && width === 1440) await growWithPage(page, width);
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await followTheme(page, theme);
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality: QUALITY,
    });
    const picture = Buffer.from(data, "base64");
    await writeFile(join(out, pictureName(name, { theme, width })), picture);
    bytes += picture.length;
  }
  await session.detach();
  return bytes;
}

/** The product follows the system while nobody chose; pages without the choice do so when they are loaded. */
async function followTheme(page: Page, theme: string) {
  const shown = () => page.evaluate(() => document.documentElement.dataset.theme);
  if ((await shown()) !== theme) await page.waitForTimeout(FOLLOW_MS);
  if ((await shown()) !== theme) {
    await page.reload();
    await settle(page);
  }
  await standsStill(page);
}

async function growWithPage(page: Page, width: number) {
  const wanted = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(Math.max(wanted, HEIGHTS.desk), HEIGHTS.deskLimit);
  await page.setViewportSize({ width, height });
  await standsStill(page);
}
