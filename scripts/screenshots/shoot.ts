import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { HEIGHTS, type Look } from "./looks.ts";
import { settle } from "./settle.ts";

/** Of WebP: small letters stay clean, and all pictures together stay small enough for a repository. */
const QUALITY = 82;

/** Takes the picture of a page as it stands, once it is drawn. Answers with its size in bytes. */
export async function shoot(page: Page, look: Look, file: string, whole: boolean) {
  await settle(page);
  if (whole && look.width >= 1000) {
    const wanted = await page.evaluate(() => document.documentElement.scrollHeight);
    const height = Math.min(Math.max(wanted, HEIGHTS.desk), HEIGHTS.deskLimit);
    await page.setViewportSize({ width: look.width, height });
    await settle(page);
  }
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    optimizeForSpeed: false,
  });
  await session.detach();
  const bytes = Buffer.from(data, "base64");
  await writeFile(file, bytes);
  return bytes.length;
}
