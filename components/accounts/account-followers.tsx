import { FollowerLine } from "@/components/accounts/follower-line";
import {
  followersChange,
  followersTip,
  whyNoFollowers,
} from "@/components/accounts/follower-words";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import type { AccountFollowers as Told } from "@/lib/followers/schema";
import { compactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** How many follow an account, what that was a month ago, and as of when; or why nobody tells. */
export function AccountFollowers({
  told,
  zone,
  now,
}: {
  told: Told | undefined;
  zone: string;
  now: Date;
}) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-muted md:sr-only">Followers</p>
      {!told || told.followers === null || told.measured_at === null ? (
        <NoFollowers told={told} />
      ) : (
        <>
          <p className="flex items-center gap-2">
            <Hint tip={followersTip(told, zone)} className="tabular-nums">
              {told.is_rounded && "≈ "}
              {compactCount(told.followers)}
            </Hint>
            <FollowerLine points={told.points ?? []} />
          </p>
          <p className="text-xs/[18px] text-muted">
            {followersChange(told, zone) ?? "Nothing before to compare with"}
          </p>
          <p className="text-xs/[18px] text-muted">
            {`${told.reason ? "Last told" : "As of"} ${moment(told.measured_at, zone, now)}`}
          </p>
        </>
      )}
    </div>
  );
}

const WORDS = {
  not_offered: "Not offered",
  hidden: "Hidden",
  scope_missing: "Not allowed",
  error: "Not read",
};

function NoFollowers({ told }: { told: Told | undefined }) {
  if (!told) return <Missing reason="Not known." />;
  return (
    <>
      <p>
        <Missing reason={whyNoFollowers(told)} />
      </p>
      <p className="text-xs/[18px] text-muted">
        {told.reason ? WORDS[told.reason] : "Comes with the next refresh"}
      </p>
    </>
  );
}
