import postgres from "postgres";
import { demo } from "./stack.ts";

const START = Date.parse("2026-11-01T08:00:00Z");

/** Comments as a source tells them. */
type Told = {
  external_id: string;
  parent_external_id?: string | undefined;
  author_handle: string;
  body: string;
  likes: number | null;
  published_at: string;
};

function told(number: number, rest: Omit<Told, "author_handle" | "published_at">): Told {
  const published_at = new Date(START + number * 60_000).toISOString();
  return { author_handle: `reader${number % 40}`, published_at, ...rest };
}

/** One answers the other, so many times; all have the likes that make a chain. */
function chain(length: number) {
  return Array.from({ length }, (_, index) =>
    told(index, {
      external_id: `d${index}`,
      parent_external_id: index > 0 ? `d${index - 1}` : undefined,
      body: `Answer ${index + 1} in a row`,
      likes: 12,
    }),
  );
}

/** So many comments: ten at the top, all others under them, a few with likes that are not told. */
function crowd(length: number) {
  return Array.from({ length }, (_, index) =>
    told(index, {
      external_id: `c${index}`,
      parent_external_id: index < 10 ? undefined : index === 10 ? "never read" : `c${index % 10}`,
      body:
        index === 10
          ? "Whom do I answer?"
          : index % 50 === 7
            ? "Try frozen berries"
            : `Comment ${index}`,
      likes: index % 9 === 0 ? null : index % 8,
    }),
  );
}

/** Gives somebody's workspace a deep thread, a wide one, and a post without comments. */
export async function seedThreads(email: string) {
  const sql = postgres(demo().databaseUrl, { max: 1 });
  try {
    const [home] = await sql<{ id: string }[]>`
      select m.workspace_id as id from public.workspace_members as m join auth.users as u on u.id = m.user_id where u.email = ${email}`;
    if (!home) throw new Error(`${email} is in no workspace.`);
    const post = async (name: string, title: string) => {
      const [made] = await sql<{ id: string }[]>`
        insert into public.posts (workspace_id, platform, external_id, url, title, author_handle, published_at)
        values (${home.id}, 'youtube', ${name}, ${`https://www.youtube.com/watch?v=${name}`}, ${title}, 'harbor.oats', ${new Date(START)})
        returning id`;
      return Number(made?.id);
    };
    const deep = await post("threadDeep", "Two who never stop");
    const wide = await post("threadWide", "Everybody has a word");
    const off = await post("threadNone", "Nobody may speak");
    const keep = (id: number, comments: Told[]) =>
      sql`select private.keep_comments(${home.id}, ${id}, 'youtube_data', false, ${sql.json(comments)})`;
    await keep(deep, chain(1_500));
    await keep(wide, crowd(3_000));
    await sql`
      insert into public.comment_reads (post_id, workspace_id, state, reason)
      values (${off}, ${home.id}, 'off', 'Comments are switched off for this post.')`;
    return { deep, wide, off };
  } finally {
    await sql.end();
  }
}
