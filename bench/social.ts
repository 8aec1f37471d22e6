import postgres from "postgres";
import { asUser } from "./as-user.ts";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";
import { under } from "./load.ts";
import { median } from "./product.ts";
import { fillSocial, type SocialPosts, type SocialSet } from "./social-data.ts";

const SETS: SocialSet[] = [
  { name: "s", people: 1000, posts: 10_000, tags: 145 },
  { name: "l", people: 5000, posts: 50_000, tags: 295 },
];
const ALONE = 100;
const WARM = 5;
const LOAD_MS = 5000;

/** The original's calls: name in the baselines, path, and the same question in SQL. */
const calls = (posts: SocialPosts) =>
  [
    ["trending, 60 min, k=10", "hashtags/trending?window=60&k=10", "hashtag_trending($1, 60, 10)"],
    [
      "trending, 60 min, k=100",
      "hashtags/trending?window=60&k=100",
      "hashtag_trending($1, 60, 100)",
    ],
    ["recommendations", "hashtags/recommend/python", "hashtag_recommendations($1, 'python')"],
    [
      "depth, 30 comments",
      `comments/depth/${posts.typical}`,
      `comment_depth($1, ${posts.typical})`,
    ],
    [
      "viral chains, 30 comments",
      `comments/viral/${posts.typical}`,
      `viral_chain($1, ${posts.typical})`,
    ],
    [
      "viral chains, 481 comments",
      `comments/viral/${posts.viral}`,
      `viral_chain($1, ${posts.viral})`,
    ],
    ["depth, 3,000 comments", `comments/depth/${posts.wide}`, `comment_depth($1, ${posts.wide})`],
    [
      "viral chains, 3,000 comments",
      `comments/viral/${posts.wide}`,
      `viral_chain($1, ${posts.wide})`,
    ],
    [
      "tree, 3,000 comments",
      `comments/tree/${posts.wide}?limit=3000`,
      `comment_tree($1, ${posts.wide}, 0, 3000)`,
    ],
    ["depth, chain of 1,500", `comments/depth/${posts.chain}`, `comment_depth($1, ${posts.chain})`],
    [
      "viral chains, chain of 1,500",
      `comments/viral/${posts.chain}`,
      `viral_chain($1, ${posts.chain})`,
    ],
    ["depth of everything", "comments/depth-analysis", "comment_depths($1)"],
    ["chains of everything", "comments/viral-chains", "viral_chains($1)"],
    ["top users", "reports/top-users?limit=10", "top_people($1, 10)"],
    ["top hashtags", "reports/top-hashtags?limit=10", "top_hashtags($1, 10)"],
    [
      "fastest growing",
      "reports/fastest-growing?hours=24&limit=10",
      "growing_hashtags($1, 24, 10)",
    ],
  ] as const;

/** Hashtags, threads and people: each call of the original in SQL, over HTTP alone, and with ten callers. */
export async function benchSocial({ info, userId, accessToken }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    for (const set of SETS) {
      const { workspace, posts } = await fillSocial(sql, userId, set);
      const headers = { authorization: `Bearer ${accessToken}`, "x-workspace-id": workspace };
      for (const [name, path, question] of calls(posts)) {
        const figure = `${set.name}: ${name}`;
        const url = new URL(`/api/v1/${path}`, info.appUrl);
        const get = async () => {
          const answer = await fetch(url, { headers });
          const text = await answer.text();
          if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
          return text;
        };
        for (let turn = 0; turn < WARM; turn++) await get();
        const http: number[] = [];
        for (let turn = 0; turn < ALONE; turn++) http.push((await timed(get)).ms);
        const stored = await asked(sql, userId, workspace, question);
        const alone = timeless(await get());
        const { perSecond, answers } = await under(get, LOAD_MS);
        const differing = answers.filter((text) => timeless(text) !== alone).length;
        printFigure(figure, { ms: median(http) }, `uncached in SQL ${stored.toFixed(1)} ms`);
        printFigure(
          figure,
          { requestsPerSecond: perSecond },
          `ten callers, ${differing} of ${answers.length} unlike the first`,
        );
      }
    }
    const health = new URL("/api/health", info.appUrl);
    const get = async () => (await fetch(health)).text();
    const times: number[] = [];
    for (let turn = 0; turn < ALONE; turn++) times.push((await timed(get)).ms);
    printFigure("l: health", { ms: median(times) });
    printFigure("l: health", { requestsPerSecond: (await under(get, LOAD_MS)).perSecond });
  } finally {
    await sql.end();
  }
}

async function asked(sql: postgres.Sql, userId: string, workspace: string, question: string) {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const { ms } = await asUser(sql, userId, (as) => as.unsafe(`select ${question}`, [workspace]));
    times.push(ms);
  }
  return median(times);
}

async function timed(call: () => Promise<unknown>) {
  const start = performance.now();
  await call();
  return { ms: performance.now() - start };
}

/** An answer without the moment it was asked at: that may differ, and the window it sets. */
function timeless(text: string) {
  return text.replace(/"(as_of|window_starts_at|period_start)":"[^"]*"/g, "");
}
