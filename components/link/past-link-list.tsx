import { PostLink } from "@/components/jobs/post-title";
import { RowAnswer } from "@/components/jobs/row-answer";
import type { PastLinksContext } from "@/components/link/past-links";
import { RemoveLink } from "@/components/link/remove-link";
import { absenceSentence } from "@/components/metrics/absence";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Count } from "@/components/ui/count";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import type { PastLink } from "@/lib/link/queries";

/** The same links on a phone. */
export function PastLinkList({ items, ...context }: PastLinksContext & { items: PastLink[] }) {
  return (
    <RowList phone>
      {items.map((link) => (
        <Row
          key={link.job_id}
          title={
            <span className="flex items-center gap-1.5">
              <PlatformMark platform={link.platform} />
              <PostLink row={link} />
            </span>
          }
          meta={<Meta link={link} {...context} />}
          end={<End link={link} {...context} />}
        />
      ))}
    </RowList>
  );
}

function Meta({ link, zone, now }: PastLinksContext & { link: PastLink }) {
  if (link.state !== "succeeded") return <RowAnswer row={link} zone={zone} now={now} />;
  const author = authorOf(link);
  return (
    <span className="flex gap-1">
      {author && <span className="truncate">{author} ·</span>}
      <span className="flex-none">
        <Measured row={link} zone={zone} now={now} />
      </span>
    </span>
  );
}

function End({ link, remove }: PastLinksContext & { link: PastLink }) {
  const reason = absenceSentence("views", link.absent?.views, link.platform);
  return (
    <span className="flex items-center gap-2">
      {link.state === "succeeded" && (
        <span className="flex flex-col items-end">
          <span className="font-strong">
            <Count value={link.views} reason={reason} />
          </span>
          <span className="text-xs text-muted">views</span>
        </span>
      )}
      <RemoveLink link={link} remove={remove} />
    </span>
  );
}
