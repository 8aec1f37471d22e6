import { seeded } from "../../support/seeded.ts";
import { FIRST_MS } from "../rollups/generated-posts.ts";
import type { Post, Snapshot } from "../rollups/plain-trend.ts";
import { type Mode, startTrendWorld } from "../rollups/trend-world.ts";

const DAY_MS = 86_400_000;
const AUTHORS = ["@ada", "@bo", "@Ada", null];
const TAGS = ["cafe", "Cafe", "berlin", "sunday"];

export type Said = { post: number; author: string | null; publishedMs: number | null };
export type Told = { author: string | null; tags: string[] };

/** A Supabase with the tests' own clock in all that periods are told by. */
export async function startPeriodsWorld() {
  const trends = await startTrendWorld();
  const { sql } = trends;
  const [found] = await sql<{ code: string }>(
    "select pg_get_functiondef('public.report_periods'::regproc) as code",
  );
  if (!found?.code.includes("now()")) throw new Error("report_periods asks for no time.");
  await sql(found.code.replaceAll("now()", "clock.now()"));

  return {
    ...trends,

    /** A workspace as trends are tested with; its posts have authors, tags and comments as well. */
    async told(zone: string, posts: Post[], snapshots: Snapshot[], mode: Mode, seed: number) {
      const made = await trends.workspace(zone, posts, snapshots, mode);
      const { pick, whole, chance } = seeded(seed);
      const said: Said[] = [];
      // Of some from before everything, of others only from its middle on.
      const saidFromMs = FIRST_MS + (seed % 2 === 0 ? 8 : -30) * DAY_MS;
      const told: Told[] = [];
      for (const post of posts) {
        const tags = TAGS.filter(() => chance(0.4));
        const author = pick(AUTHORS);
        told.push({ author, tags });
        await sql("update public.posts set caption = $2, author_handle = $3 where id = $1", [
          made.ids[post.key],
          tags.map((tag) => `#${tag}`).join(" "),
          author,
        ]);
        for (let n = whole(0, 6); n > 0; n--) {
          const late = (post.publishedMs ?? Date.now()) + whole(0, 12 * 24) * (DAY_MS / 24);
          const publishedMs = chance(0.1) ? null : late;
          said.push({ post: post.key, author: pick(AUTHORS), publishedMs });
        }
      }
      const { workspaceId } = made;
      await sql(
        `insert into public.people (workspace_id, platform, key, handle)
         select distinct $1::uuid, p.platform, lower(ltrim(s.author, '@')), s.author
         from jsonb_to_recordset(($2::text)::jsonb) as s (post_id bigint, author text)
         join public.posts as p on p.id = s.post_id where s.author is not null on conflict do nothing`,
        [
          workspaceId,
          JSON.stringify(said.map((each) => ({ ...each, post_id: made.ids[each.post] }))),
        ],
      );
      await sql(
        `insert into public.comments (workspace_id, post_id, platform, external_id, author_id, published_at, source, is_simulated, first_at)
         select $1, p.id, p.platform, 'comment ' || s.n, w.id, s.published_at, 'import', false, $3
         from jsonb_to_recordset(($2::text)::jsonb) as s (n int, post_id bigint, author text, published_at timestamptz)
         join public.posts as p on p.id = s.post_id
         left join public.people as w on w.workspace_id = $1 and w.platform = p.platform and w.key = lower(ltrim(s.author, '@'))`,
        [
          workspaceId,
          JSON.stringify(
            said.map(({ post, author, publishedMs }, n) => ({
              n,
              author,
              post_id: made.ids[post],
              published_at: publishedMs === null ? null : new Date(publishedMs).toISOString(),
            })),
          ),
          new Date(saidFromMs),
        ],
      );
      return { ...made, told, said, saidFromMs };
    },
  };
}
export type PeriodsWorld = Awaited<ReturnType<typeof startPeriodsWorld>>;
export type Made = Awaited<ReturnType<PeriodsWorld["told"]>>;
