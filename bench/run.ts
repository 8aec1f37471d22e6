// Measures a production build over the embedded PostgreSQL and the simulator, against the
// figures of the system it replaces: npm run bench [-- --only parse|upload|run|results|export|refresh|ingest|reels|posts|social]
// The pages in a browser: npm run bench:web
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../scripts/ports.ts";
import { Problem, runScript } from "../scripts/problem.ts";
import { startStack } from "../scripts/stack/stack.ts";
import { cases, parseBench } from "./cases.ts";
import { productAt } from "./product.ts";

// Quotas and rate limits are the platforms', not ours: the simulator has none to speak of.
const UNLIMITED = { YOUTUBE_DAILY_QUOTA: "1000000000", YOUTUBE_CALLS_PER_SECOND: "1000000" };

const { values } = parseArgs({ options: { only: { type: "string" } } });

await runScript(async () => {
  const wanted = values.only?.split(",") ?? Object.keys(cases);
  const unknown = wanted.find((name) => !(name in cases));
  if (unknown) {
    throw new Problem(
      `There is no bench "${unknown}". There are: ${Object.keys(cases).join(", ")}.`,
    );
  }
  // Before the demo starts: parsing wants the machine for itself, and blocks this process.
  if (wanted.includes("parse")) parseBench();
  const served = wanted.filter((name) => name !== "parse");
  if (served.length === 0) return;
  for (const name of ["PORT", "SUPABASE_PORT", "DATABASE_PORT", "SIMULATOR_PORT"]) {
    process.env[name] = `${await freePort()}`;
  }
  const dataDir = await mkdtemp(join(tmpdir(), "media-metrics-bench-"));
  await chmod(dataDir, 0o711);
  const stack = await startStack({ dataDir, mode: "start", seeded: false, env: UNLIMITED });
  try {
    const { info, accessToken, userId } = stack;
    const product = productAt(info.appUrl, accessToken);
    for (const name of served) {
      await cases[name]?.({ product, databaseUrl: info.databaseUrl, userId, accessToken, info });
    }
  } finally {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
process.exit();
