import { threadHref } from "@/components/comments/comment-filter";
import type { ReadStatus } from "@/components/comments/read-status";
import { titleOf } from "@/components/posts/post-name";
import { TextLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Panel, PanelHead } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import type { PlatformId } from "@/lib/platforms/platform";

type Trouble = {
  post_id: number;
  state: Exclude<ReadStatus["state"], null | "open" | "waiting" | "reading">;
  reason: string | null;
  next_step: string | null;
  posts: { title: string | null; caption: string | null; url: string; platform: PlatformId };
};

const NAMES: Record<Trouble["state"], string> = {
  off: "Switched off",
  not_offered: "Not offered",
  permission: "Permission missing",
  gone: "Post gone",
  failed: "Failed",
};
const EXAMPLES = 3;

/** Posts without their comments, by cause: what happened, what can be done, and some of the posts. */
export function Troubles({ rows, total }: { rows: Trouble[]; total: number }) {
  if (total === 0) return null;
  const causes = Map.groupBy(rows, ({ state, reason }) => `${state} ${reason}`);
  return (
    <Panel>
      <PanelHead
        title={`Comments of ${counted(total, "post")} could not be read`}
        sub={
          total > rows.length
            ? `By cause, of the ${exactCount(rows.length)} asked for last`
            : "By cause"
        }
      />
      <ul className="border-t">
        {[...causes].map(([cause, posts]) => (
          <Cause key={cause} posts={posts} />
        ))}
      </ul>
    </Panel>
  );
}

function Cause({ posts }: { posts: Trouble[] }) {
  const [first] = posts;
  if (!first) return null;
  const { state, reason, next_step } = first;
  const more = posts.length - EXAMPLES;
  return (
    <li className="border-b px-3.5 py-2.5 last:border-b-0 md:px-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-strong">{counted(posts.length, "post")}</span>
        <Badge kind={state === "failed" ? "bad" : state === "permission" ? "warn" : "plain"}>
          {NAMES[state]}
        </Badge>
        <span className="text-ink-2">
          {reason} {next_step}
        </span>
      </p>
      <ul className="mt-0.5 flex flex-wrap gap-x-3 text-xs/[18px] text-muted">
        {posts.slice(0, EXAMPLES).map(({ post_id, posts: post }) => (
          <li key={post_id} className="max-w-72 truncate">
            <TextLink href={threadHref(post_id)}>{titleOf(post)}</TextLink>
          </li>
        ))}
        {more > 0 && <li>and {counted(more, "other")}</li>}
      </ul>
    </li>
  );
}
