import "server-only";
import { z } from "zod";
import { recordExport } from "@/lib/audit/record-export";
import type { Row } from "@/lib/exports/column";
import { download, type Format } from "@/lib/exports/download";
import { POST_COLUMNS } from "@/lib/posts/export-columns";
import { getGains, postArguments } from "@/lib/posts/queries";
import type { PostFilter } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Small first, so that the download starts at once. */
const FIRST_POSTS = 200;
const PAGE_POSTS = 2000;

// Our own function's rows, thousands at a time: that they are rows is check enough.
const piece = z.array(z.custom<(string | null)[]>(Array.isArray));

/** The posts that the filter leaves as a download, in its order, streamed. */
export async function exportPosts(scope: Scope, filter: PostFilter, format: Format) {
  // Which posts they are is settled first: one that moves in the order meanwhile is told once.
  const ids = unwrap(await scope.db.rpc("post_ids", postArguments(scope, filter)));
  await recordExport(scope, "posts", format, filter);
  return download(format, "posts", POST_COLUMNS, postPages(scope, filter, ids));
}

async function* postPages(scope: Scope, filter: PostFilter, ids: number[]): AsyncGenerator<Row[]> {
  let take = FIRST_POSTS;
  for (let from = 0; from < ids.length; ) {
    const page = ids.slice(from, from + take);
    from += take;
    take = PAGE_POSTS;
    const [posts, gains] = await Promise.all([
      scope.db.rpc("export_posts", { workspace: scope.workspaceId, ids: page }),
      getGains(scope, page, filter),
    ]);
    yield piece.parse(JSON.parse(unwrap(posts))).map((cells) => {
      const { gain, previous_gain, reason } = gains.get(Number(cells[0])) ?? {};
      const change = [filter.metric, String(filter.days), gain, previous_gain, reason];
      return [...cells, ...change.map((cell) => cell ?? null)];
    });
  }
}
