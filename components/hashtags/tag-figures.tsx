import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { stepWords } from "@/components/hashtags/trending-words";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { ageWords } from "@/lib/format/age";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { HashtagDetail } from "@/lib/hashtags/detail";
import type { HashtagHistory } from "@/lib/hashtags/history";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** A hashtag in four figures: posts, people, where, and since when. */
export function TagFigures({
  detail,
  history,
  query: { period },
  zone,
  now,
}: {
  detail: HashtagDetail;
  history: HashtagHistory | null;
  query: HashtagPage;
  zone: string;
  now: Date;
}) {
  const { posts, unique_users, posts_without_author, all_posts, untimed_posts } = detail;
  const { platforms, first_at, newest_at, as_of } = detail;
  const { within } = PERIOD_WORDS[period];
  const source = <span>stored posts · as of {moment(as_of, zone, now)}</span>;
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <KeyFigure
          label={period === "all" ? "Posts of all time" : `Posts ${within}`}
          value={<Exact count={posts} />}
          detail={
            history &&
            (history.previous_posts === null
              ? "counted from the first one on"
              : history.previous_posts === 0
                ? "none in as long a time before"
                : `${stepWords(posts, history.previous_posts)} in as long a time before`)
          }
          source={source}
        />
        <KeyFigure
          label="People"
          value={
            unique_users === 0 && posts > 0 ? (
              <Missing reason="The author of none of these posts is known." />
            ) : (
              <Exact count={unique_users} />
            )
          }
          detail={
            posts_without_author > 0
              ? `without the ${counted(posts_without_author, "post")} whose author is unknown`
              : posts > 0 && "an author is known of every post"
          }
          source={source}
        />
        <KeyFigure
          label="Newest post"
          value={
            newest_at ? (
              <Hint tip={exactMoment(newest_at, zone)}>{`${ageWords(newest_at, now)} ago`}</Hint>
            ) : (
              <Missing reason="No platform said when one of these posts was published." />
            )
          }
          detail={first_at && `the first on ${moment(first_at, zone, now)}`}
          source={
            <span>
              {`${counted(all_posts, "post")} of all time`}
              {untimed_posts > 0 && `, ${exactCount(untimed_posts)} without a known time`}
            </span>
          }
        />
        <KeyFigure label="Platforms">
          {platforms.length === 0 ? (
            <span className="text-ink-2">None {within}</span>
          ) : (
            <ul className="grid gap-1">
              {platforms.map(({ platform, posts: on }) => (
                <li key={platform} className="flex items-center justify-between gap-2">
                  <PlatformMark platform={platform} withName />
                  <span className="font-strong">{exactCount(on)}</span>
                </li>
              ))}
            </ul>
          )}
        </KeyFigure>
      </KeyFigures>
    </Panel>
  );
}

function Exact({ count }: { count: number }) {
  const [compact, exact] = [compactCount(count), exactCount(count)];
  return compact === exact ? exact : <Hint tip={exact}>{compact}</Hint>;
}
