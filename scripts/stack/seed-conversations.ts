import type postgres from "postgres";
import { authorOf } from "../../simulator/posts.ts";
import { randomOf } from "../../simulator/random.ts";

const EVENTS = 240;
const KINDS = ["like", "like", "like", "view", "view", "share", "bookmark"] as const;
const HOUR_MS = 3_600_000;

type Demo = { appUrl: string; workspaceId: string; cronSecret: string; accessToken: string };

/** Has the comments of what was just measured read, which goes on in the background, and brings some engagement events. */
export async function seedConversations(sql: postgres.Sql, demo: Demo) {
  await fetch(new URL("/api/worker", demo.appUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${demo.cronSecret}` },
  });
  const posts = await sql<{ id: string; published_at: Date }[]>`
    select p.id, p.published_at from posts as p join account_posts as ap on ap.post_id = p.id
    where p.workspace_id = ${demo.workspaceId} and p.published_at < now() order by p.published_at desc limit 30`;
  if (posts.length === 0) return;
  const answer = await fetch(new URL("/api/v1/engagements", demo.appUrl), {
    method: "POST",
    headers: {
      authorization: `Bearer ${demo.accessToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify(Array.from({ length: EVENTS }, (_, number) => eventOf(posts, number))),
  });
  if (!answer.ok) throw new Error(`engagements answered ${answer.status}: ${await answer.text()}`);
  // Nobody did any of it.
  await sql`update engagements set is_simulated = true where workspace_id = ${demo.workspaceId}`;
}

function eventOf(posts: { id: string; published_at: Date }[], number: number) {
  const random = randomOf(`engagement ${number}`);
  const post = posts[Math.floor(posts.length * random() ** 2)];
  const since = Date.now() - (post?.published_at.getTime() ?? 0);
  const agoMs = Math.min(since, 72 * HOUR_MS) * random();
  return {
    post_id: post?.id,
    person: authorOf(random() ** 2).handle,
    kind: KINDS[Math.floor(KINDS.length * random())],
    occurred_at: new Date(Date.now() - agoMs).toISOString(),
  };
}
