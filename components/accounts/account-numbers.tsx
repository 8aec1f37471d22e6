import { freshnessOf } from "@/components/accounts/account-words";
import { TextLink } from "@/components/ui/app-link";
import { Freshness } from "@/components/ui/freshness";
import type { ListedAccount } from "@/lib/accounts/schema";
import { counted, exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";

/** Links on neighbouring lines: room for a finger each. */
const LINK = "text-link inline-block py-[3px] pointer-coarse:py-2";

/** How many posts an account covers, and how many of them are gone or fail. */
export function AccountPosts({ account }: { account: ListedAccount }) {
  const { id, kind, platform, posts_covered, posts_recent, posts_gone, posts_failing } = account;
  const href = `/posts?account=${id}`;
  // LinkedIn has no views, which trends show first.
  const trends = `/posts/trends?${platform === "linkedin" ? "metric=impressions&" : ""}account=${id}`;
  return (
    <div className="min-w-0">
      <Label>Posts</Label>
      {posts_covered === 0 ? (
        <NoPosts kind={kind} />
      ) : (
        <>
          <p>
            <TextLink href={href} className={LINK}>
              {counted(posts_recent, "recent post")}
            </TextLink>
          </p>
          <p className="text-xs/[18px] text-muted">
            {`of ${exactCount(posts_covered)} · `}
            <TextLink href={trends} className={LINK}>
              Trends
            </TextLink>
          </p>
        </>
      )}
      {posts_failing > 0 && (
        <p className="text-xs/[18px]">
          <TextLink
            href={`${href}&state=failing`}
            className="inline-block py-[3px] text-bad-text underline pointer-coarse:py-2"
          >
            {`${exactCount(posts_failing)} failing`}
          </TextLink>
        </p>
      )}
      {posts_gone > 0 && (
        <p className="text-xs/[18px] text-muted">
          <TextLink href={`${href}&state=gone`} className={LINK}>
            {`${exactCount(posts_gone)} gone`}
          </TextLink>
          , history kept
        </p>
      )}
    </div>
  );
}

function NoPosts({ kind }: Pick<ListedAccount, "kind">) {
  if (kind !== "linkedin_member") return <p className="text-muted">None found yet</p>;
  return (
    <p className="text-xs/[18px] text-muted">
      LinkedIn lists no posts of members.{" "}
      <TextLink href="/upload" className={LINK}>
        Upload their links
      </TextLink>
    </p>
  );
}

/** When it was last refreshed, and when it is next. */
export function AccountRefresh({
  account,
  zone,
  now,
}: {
  account: ListedAccount;
  zone: string;
  now: Date;
}) {
  const { last_refresh_at, last_measured } = account;
  return (
    <div className="min-w-0">
      <Label>Refreshed</Label>
      <p className="flex items-center gap-1.5">
        {last_refresh_at ? (
          <>
            <Freshness level={freshnessOf(account, now)} />
            <time dateTime={last_refresh_at} title={exactMoment(last_refresh_at, zone)}>
              {moment(last_refresh_at, zone, now)}
            </time>
          </>
        ) : (
          <span className="text-muted">Not yet</span>
        )}
      </p>
      <p className="text-xs/[18px] text-muted">
        {last_measured !== null && <>{`${exactCount(last_measured)} measured`}</>}
      </p>
      <p className="text-xs/[18px] text-muted">{comesNext(account, zone, now)}</p>
    </div>
  );
}

function comesNext(
  { status, is_refreshing, next_refresh_at }: ListedAccount,
  zone: string,
  now: Date,
) {
  if (is_refreshing) return "Measuring now";
  if (status === "needs_reconnect") return "None until it is reconnected";
  return next_refresh_at ? `Next at ${moment(next_refresh_at, zone, now)}` : "None planned";
}

/** What a column says in its head, where there is room for columns. */
function Label({ children }: { children: string }) {
  return <p className="text-xs text-muted md:sr-only">{children}</p>;
}
