import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

function productFiles() {
  return ["app", "components", "lib", "middleware.ts"].flatMap((top) =>
    top.endsWith(".ts")
      ? [top]
      : readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
          .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
          .map((name) => join(top, name)),
  );
}

function filesThatSay(pattern: RegExp) {
  return productFiles().filter((file) => pattern.test(readFileSync(join(ROOT, file), "utf8")));
}

it("lets one file alone reach the client that bypasses row level security (invariant 29)", () => {
  expect(productFiles().length).toBeGreaterThan(50);
  expect(filesThatSay(/["'](@\/lib|\.\.?)(\/[\w-]+)*\/service(\.ts)?["']/)).toEqual([
    "lib/api/route.ts",
  ]);
});

it("names the secret key where it is declared, used and scrubbed, and nowhere else (invariant 29)", () => {
  expect(filesThatSay(/SUPABASE_SECRET_KEY/).sort()).toEqual([
    "lib/env.ts",
    "lib/log/log.ts",
    "lib/supabase/service.ts",
  ]);
});

it("opens that client for callers with a secret of the server only (invariant 29)", () => {
  expect(filesThatSay(/\b(cron|plainCron|webhook)Route\(/).sort()).toEqual([
    "app/api/cron/jobs/route.ts",
    "app/api/cron/maintenance/route.ts",
    "app/api/cron/reels-ingest/route.ts",
    "app/api/cron/refresh/route.ts",
    "app/api/cron/studio/metrics-refresh/route.ts",
    // Callers of Apify, with what a start told them about one run.
    "app/api/webhooks/apify/route.ts",
    "app/api/worker/route.ts",
    "lib/api/route.ts",
  ]);
});
