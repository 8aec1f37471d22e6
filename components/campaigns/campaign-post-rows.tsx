import { type PostsContext, whyMissing } from "@/components/campaigns/campaign-post-table";
import { PostPrice } from "@/components/campaigns/post-price";
import { RemovePost } from "@/components/campaigns/remove-post";
import { authorOf } from "@/components/metrics/author";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { Count } from "@/components/ui/count";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import type { CampaignPost } from "@/lib/campaigns/post-answers";

/** The same page of posts on a phone: title, author, views, and the price to change. */
export function CampaignPostRows({
  rows,
  campaign,
  remove,
}: PostsContext & { rows: CampaignPost[] }) {
  return (
    <div className="md:hidden print:hidden">
      <RowList>
        {rows.map((row) => (
          <Row
            key={row.id}
            href={postHref(row.id)}
            lead={<PlatformMark platform={row.platform} />}
            title={titleOf(row)}
            meta={
              <>
                <span className="block truncate">{authorOf(row) ?? "Author not known"}</span>
                <span className="relative flex items-center gap-2 text-sm">
                  <PostPrice row={row} campaign={campaign} editable={remove !== null} />
                </span>
              </>
            }
            end={
              <span className="flex items-center gap-1">
                <span className="flex flex-col items-end">
                  <span className="font-strong">
                    <Count value={row.views} reason={whyMissing(row)} />
                  </span>
                  <span className="text-xs text-muted">views</span>
                </span>
                {remove && <RemovePost row={row} campaign={campaign} action={remove} />}
              </span>
            }
          />
        ))}
      </RowList>
    </div>
  );
}
