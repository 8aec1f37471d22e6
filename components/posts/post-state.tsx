import { Unplug } from "lucide-react";
import { nextTry } from "@/components/posts/post-state-line";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Post } from "@/lib/posts/read-post";
import { failureCause } from "@/lib/posts/words";

/** What keeps a post from being measured: what happened, why, and what comes next. */
export function PostState({ post, zone, now }: { post: Post; zone: string; now: Date }) {
  const name = PLATFORM_NAMES[post.platform];
  if (post.state === "gone" && post.gone_at) {
    return (
      <Notice kind="warn">
        <b className="font-strong">Gone since {moment(post.gone_at, zone, now)}.</b>{" "}
        {post.gone_detail ?? `${name} does not know this post any more.`} Its history is kept. Found
        again, it goes on by itself.
      </Notice>
    );
  }
  if (post.account_status === "needs_reconnect") {
    return (
      <Notice
        kind="bad"
        icon={<Unplug aria-hidden="true" />}
        action={
          <ButtonLink size="small" href="/accounts">
            Reconnect
          </ButtonLink>
        }
      >
        <b className="font-strong">{post.account_name} is disconnected.</b> The numbers stop
        {post.measured_at && ` at ${moment(post.measured_at, zone, now)}`} and go on once the
        account is connected again.
      </Notice>
    );
  }
  if (post.state === "failing") {
    const { title, sentence } = failureCause(post.error_code, post.error_detail, post.platform);
    return (
      <Notice kind="bad">
        <b className="font-strong">{title}</b> {sentence}{" "}
        {post.failures !== null && post.failures > 1 && `Failed ${post.failures} times in a row. `}
        {nextTry(post, zone, now)}
        {post.measured_at && " The numbers below are the last that came."}
      </Notice>
    );
  }
  if (post.account_status === "disconnected" || post.account_status === "disabled") {
    return (
      <Notice
        action={
          <ButtonLink size="small" href="/accounts">
            Accounts
          </ButtonLink>
        }
      >
        {post.account_name} is not measured any more, so nothing new comes by itself. “Measure now”
        reads what the public sees, where {name} shows it.
      </Notice>
    );
  }
  return null;
}
