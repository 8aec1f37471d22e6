import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { callRoute, loadRoute } from "../routes/route-files.ts";
import { fillWorkspace } from "../tenancy/workspace-data.ts";

const LIB = join(import.meta.dirname, "../../../lib");

let supabase: Supabase;
let ada: TestUser;
beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
});
afterAll(() => supabase.stop());

const take = async (route: string, id = "") =>
  callRoute(await loadRoute(route), route, {
    id,
    headers: { authorization: `Bearer ${ada.accessToken}` },
  });

async function taken() {
  const rows = await supabase.sql<{ subject: string }>(
    "select subject from public.audit_log where workspace_id = $1 and action = 'export' order by id",
    [ada.workspaceId],
  );
  return rows.map(({ subject }) => subject);
}

it("says in the audit log what was taken, and by whom", async () => {
  const { jobIds } = await fillWorkspace(supabase, ada.workspaceId, { rows: 2, marker: "mine" });
  const [job = ""] = jobIds;
  for (const [route, id] of [
    ["GET /api/v1/jobs/[id]/export.jsonl", job],
    ["GET /api/v1/jobs/[id]/rejected.csv", job],
    ["GET /api/v1/posts/export.xlsx", ""],
    ["GET /api/v1/reels/export.csv", ""],
    ["GET /api/v1/reports/export.xlsx", ""],
    ["GET /api/v1/audit/export.csv", ""],
  ] as const) {
    expect({ route, status: (await take(route, id)).status }).toEqual({ route, status: 200 });
  }
  expect(await taken()).toEqual([
    "rows of the job mine.csv",
    "rejected rows of the job mine.csv",
    "posts",
    "reels",
    "the report",
    "the audit log",
  ]);
  const { text } = await take("GET /api/v1/audit/export.csv");
  expect(text).toContain(`${ada.email} exported the report as XLSX`);
});

it("hands nothing out that it could not write down", async () => {
  await supabase.sql("alter table public.audit_log add constraint full_up check (false) not valid");
  try {
    const { status, text } = await take("GET /api/v1/posts/export.csv");
    expect(status).toBe(500);
    expect(text).not.toContain("mine");
  } finally {
    await supabase.sql("alter table public.audit_log drop constraint full_up");
  }
});

it("makes no file of rows anywhere without writing it down", () => {
  const makers = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((file) => {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts") || file.startsWith("exports/")) {
      return false;
    }
    return /import \{[^}]*\b(download|downloadWorkbook|csvStream)\b[^}]*\} from "@\/lib\/exports/.test(
      readFileSync(join(LIB, file), "utf8"),
    );
  });
  expect(makers).toContain("posts/export-posts.ts");
  const silent = makers.filter(
    (file) => !readFileSync(join(LIB, file), "utf8").includes("await recordExport("),
  );
  expect(silent).toEqual([]);
});
