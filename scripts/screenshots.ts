// Pictures of every page and of the telling states, of the demo that runs now, and docs/tour.md around them:
// npm run demo, then npm run screenshots. A few of them: npm run screenshots -- posts,palette
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "./chromium.ts";
import { PAGES } from "./pages.ts";
import { Problem, runScript } from "./problem.ts";
import { LOOKS, pictureName, WIDTHS } from "./screenshots/looks.ts";
import { MOMENTS } from "./screenshots/moments.ts";
import { readDemo, signEverybodyIn } from "./screenshots/people.ts";
import { momentScene, pageScene, takeAll } from "./screenshots/take.ts";
import { writeTour } from "./screenshots/tour.ts";

const DOCS = resolve(import.meta.dirname, "../docs");
const OUT = resolve(process.env.SCREENSHOTS_DIR ?? join(DOCS, "screenshots"));

await runScript(async () => {
  const demo = await readDemo();
  const all = [...PAGES.map(pageScene), ...MOMENTS.map(momentScene)];
  const wanted = process.argv[2]?.split(",");
  const unknown = wanted?.filter((name) => !all.some((scene) => scene.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Problem(`There is no page or state called ${unknown.join(", ")}.`);
  const scenes = wanted ? all.filter(({ name }) => wanted.includes(name)) : all;
  const tour = writeTour();

  await mkdir(OUT, { recursive: true });
  const { path } = findChromium();
  const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_ARGUMENTS });
  const failures: string[] = [];
  let bytes = 0;
  try {
    const sessions = await signEverybodyIn(browser, demo);
    for (const width of WIDTHS) {
      const taken = await takeAll(browser, { demo, sessions, scenes, width, out: OUT });
      bytes += taken.bytes;
      failures.push(...taken.failures);
    }
  } finally {
    await browser.close();
  }
  if (failures.length > 0) throw new Problem(`Not taken:\n${failures.join("\n")}`);
  console.log(`${scenes.length * LOOKS.length} pictures, ${(bytes / 1e6).toFixed(1)} MB together`);
  if (wanted) return;
  await removeOthers(all.flatMap(({ name }) => LOOKS.map((look) => pictureName(name, look))));
  await writeFile(join(DOCS, "tour.md"), tour);
});

/** Pictures of pages that are no more. */
async function removeOthers(kept: string[]) {
  for (const name of await readdir(OUT)) {
    if (!kept.includes(name)) await rm(join(OUT, name));
  }
}
