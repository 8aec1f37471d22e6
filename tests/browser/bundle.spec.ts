import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { demo } from "./stack.ts";

test("what browsers download holds no secret (invariant 29)", () => {
  const folder = join(process.env.NEXT_DIST_DIR ?? ".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const scripts = files.filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text, name).not.toMatch(/sb_secret_\w{8}|SUPABASE_SECRET_KEY|CRON_SECRET/);
    expect(text.includes(demo().cronSecret), name).toBe(false);
  }
});
