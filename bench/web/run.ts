// Lighthouse on every page of a production build with the seeded demo: npm run bench:web
//   -- --only /path,name   these pages alone   --mobile   a slow phone   --demo   the demo that runs now
// About 12 s a page on two quiet cores. It prints; it does not fail when a goal is missed.
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { addressesOf, PAGES } from "../../scripts/pages.ts";
import { freePort } from "../../scripts/ports.ts";
import { Problem, runScript } from "../../scripts/problem.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import { auditPage } from "./audit.ts";
import { openBrowser } from "./browser.ts";
import type { PageFigures } from "./goals.ts";
import { printHead, printRow, printSummary } from "./table.ts";

const site = z.object({
  appUrl: z.string(),
  supabaseUrl: z.string(),
  publishableKey: z.string(),
  email: z.string(),
  password: z.string(),
});

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    mobile: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
  },
});
const preset = values.mobile ? "mobile" : "desktop";

await runScript(async () => {
  const wanted = values.only?.split(",");
  // Lighthouse scores a page that is not there by its error: it has no place among these.
  const pages = PAGES.filter(({ name, path }) => {
    if (name === "not-found") return false;
    return !wanted || wanted.includes(name) || (typeof path === "string" && wanted.includes(path));
  });
  if (pages.length === 0) {
    throw new Problem(`There is no such page. There are: ${PAGES.map((p) => p.name).join(", ")}.`);
  }
  const folder = await mkdtemp(join(tmpdir(), "media-metrics-web-"));
  await chmod(folder, 0o711);
  const stack = values.demo ? await runningDemo() : await ownDemo(folder);
  const browser = await openBrowser(stack.site, join(folder, "profile"));
  const rows: { figures: PageFigures; charts: boolean }[] = [];
  const startedAt = Date.now();
  try {
    let signedIn = false;
    for (const page of pages.toSorted(
      (a, b) => Number(b.open ?? false) - Number(a.open ?? false),
    )) {
      if (!page.open && !signedIn) {
        await browser.signIn();
        signedIn = true;
      }
      const [address] = await addressesOf(page, browser.read);
      const url = new URL(address, stack.site.appUrl).href;
      // The first of all visits makes the server read its code.
      await browser.read(address);
      const { figures, settings } = await auditPage(url, browser.port, preset);
      if (rows.length === 0) {
        console.log(`${settings}; ${browser.path}\n`);
        printHead();
      }
      const charts = page.charts ?? false;
      printRow(page.name, figures, charts);
      rows.push({ figures, charts });
    }
    printSummary(rows, (Date.now() - startedAt) / 1_000);
  } finally {
    await browser.close();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
process.exit();

async function ownDemo(folder: string) {
  for (const name of ["PORT", "SUPABASE_PORT", "DATABASE_PORT", "SIMULATOR_PORT"]) {
    process.env[name] = `${await freePort()}`;
  }
  const onStep = (step: string) => console.log(`${step} …`);
  const { info, stop } = await startStack({
    dataDir: folder,
    mode: "start",
    logLevel: "errors",
    onStep,
  });
  return { site: site.parse(info), stop };
}

async function runningDemo() {
  const file = join(process.env.DATA_DIR ?? ".data", "demo.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new Problem(`There is no ${file}. Start the demo first: npm run demo`);
  });
  return { site: site.parse(JSON.parse(text)), stop: async () => {} };
}
