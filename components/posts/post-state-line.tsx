import { Hint } from "@/components/ui/hint";
import { moment } from "@/lib/format/time";
import type { PostRow } from "@/lib/posts/post-row";
import { failureCause } from "@/lib/posts/words";

/** What is wrong with measuring a post, in a line; nothing when all is well. */
export function PostStateLine({ row, zone, now }: { row: PostRow; zone: string; now: Date }) {
  const look = "truncate text-left text-xs";
  if (row.state === "gone" && row.gone_at) {
    return (
      <Hint
        tip={`${row.gone_detail ?? "The platform does not know this post any more."} Its history is kept; found again, it goes on.`}
        className={`${look} text-muted`}
      >
        {`Gone since ${moment(row.gone_at, zone, now)}`}
      </Hint>
    );
  }
  if (row.state === "failing") {
    const { title, sentence } = failureCause(row.error_code, row.error_detail, row.platform);
    return (
      <Hint
        tip={`${sentence} ${nextTry(row, zone, now)}`.trim()}
        className={`${look} text-bad-text`}
      >
        {title} {nextTry(row, zone, now)}
      </Hint>
    );
  }
  if (row.account_status === "needs_reconnect") {
    return (
      <Hint
        tip={`${row.account_name} has to be reconnected under Accounts; until then its numbers stand still.`}
        className={`${look} text-warn-text`}
      >
        Account needs reconnecting
      </Hint>
    );
  }
  return null;
}

/** When a failing post is tried again, by itself. */
export function nextTry(
  { retry_at, account_status }: Pick<PostRow, "retry_at" | "account_status">,
  zone: string,
  now: Date,
) {
  if (account_status !== "connected") return "No further try until its account is connected.";
  if (retry_at === null || Date.parse(retry_at) <= now.getTime())
    return "The next run tries again.";
  const text = moment(retry_at, zone, now);
  return `Next try ${text.includes(" ") ? "on" : "at"} ${text}.`;
}
