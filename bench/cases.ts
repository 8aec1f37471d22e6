import { execFileSync } from "node:child_process";
import { join } from "node:path";
import postgres from "postgres";
import type { startStack } from "../scripts/stack/stack.ts";
import { asUser } from "./as-user.ts";
import { printFigure } from "./figures.ts";
import { benchIngest } from "./ingest.ts";
import { benchPosts } from "./posts.ts";
import { median, type Product } from "./product.ts";
import { benchReels } from "./reels.ts";
import { benchRefresh } from "./refresh.ts";
import { benchSocial } from "./social.ts";
import { uploadFile } from "./upload-files.ts";

const REPEATS = 3;
const PAGE_REPEATS = 30;
const TABLE_ROWS = 500_000;
const FILE_ROWS = 50_000;

export type Bench = {
  product: Product;
  databaseUrl: string;
  userId: string;
  accessToken: string;
  info: Awaited<ReturnType<typeof startStack>>["info"];
};

/** What can be measured, each by its name for --only. */
export const cases: Record<string, (bench: Bench) => Promise<void>> = {
  parse: async () => parseBench(),

  async upload({ product }) {
    for (const rows of [10_000, FILE_ROWS]) {
      for (const kind of ["csv", "xlsx"] as const) {
        const times: number[] = [];
        for (let turn = 0; turn < REPEATS; turn++) {
          times.push((await product.upload(uploadFile(rows, kind))).ms);
        }
        printFigure(`upload ${rows.toLocaleString("en")} ${kind.toUpperCase()}`, {
          ms: median(times),
        });
      }
    }
  },

  async run({ product }) {
    for (const count of [10_000, FILE_ROWS]) {
      const rates: number[] = [];
      let states = 0;
      for (let turn = 0; turn < REPEATS; turn++) {
        const { id, rows } = await product.upload(uploadFile(count, "csv"));
        const run = await product.run(id);
        rates.push(rows / (run.ms / 1000));
        states = run.states;
      }
      const note = `${states} different progress counts seen`;
      printFigure(`run ${count.toLocaleString("en")}`, { rowsPerSecond: median(rates) }, note);
    }
  },

  async results({ product, databaseUrl, userId }) {
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    const job = await fillTable(product, sql);
    const [{ count }] = await sql<[{ count: string }]>`select count(*) from public.job_rows`;
    const note = `${Number(count).toLocaleString("en")} rows in the table`;
    for (const skip of [0, FILE_ROWS - 200]) {
      const times: number[] = [];
      for (let turn = 0; turn < PAGE_REPEATS; turn++)
        times.push(await sqlPage(sql, userId, job, skip));
      printFigure("results page, SQL", { ms: median(times) }, `${note}, from row ${skip}`);
      const calls: number[] = [];
      for (let turn = 0; turn < PAGE_REPEATS; turn++) {
        calls.push(
          (await product.call("GET", `/api/v1/jobs/${job}/results?limit=200&offset=${skip}`)).ms,
        );
      }
      printFigure("results page, HTTP", { ms: median(calls) }, `${note}, from row ${skip}`);
    }
    await sql.end();
  },

  async export({ product }) {
    const { id } = await product.upload(uploadFile(FILE_ROWS, "csv"));
    await product.run(id);
    const downloads = [];
    for (let turn = 0; turn < REPEATS; turn++) {
      downloads.push(await product.call("GET", `/api/v1/jobs/${id}/export.csv`));
    }
    const lines = downloads[0]?.text.trimEnd().split("\n").length ?? 0;
    printFigure("export 50,000", { ms: median(downloads.map(({ ms }) => ms)) }, `${lines} lines`);
    const firstBytes = downloads.map(({ firstByteMs }) => firstByteMs);
    printFigure("export 50,000, first byte", { ms: median(firstBytes) });
  },

  refresh: benchRefresh,
  ingest: benchIngest,
  reels: benchReels,
  posts: benchPosts,
  social: benchSocial,
};

/** Uploads and runs until the table is as full as asked. Returns the last job. */
async function fillTable(product: Product, sql: postgres.Sql) {
  while (true) {
    const { id } = await product.upload(uploadFile(FILE_ROWS, "csv"));
    await product.run(id);
    const [{ count }] = await sql<[{ count: number }]>`select count(*)::int from public.job_rows`;
    if (count >= TABLE_ROWS) return id;
  }
}

/** One page of 200 rows as the user gets it, row level security included. In ms. */
async function sqlPage(sql: postgres.Sql, userId: string, job: string, skip: number) {
  const page = await asUser(
    sql,
    userId,
    (as) => as`select * from public.list_job_results(job => ${job}, skip => ${skip}, take => 200)`,
  );
  return page.ms;
}

/** Parsing alone, which needs nothing around it. */
export function parseBench() {
  execFileSync(process.execPath, [join(import.meta.dirname, "parse.ts")], { stdio: "inherit" });
}
