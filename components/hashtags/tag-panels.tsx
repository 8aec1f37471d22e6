import { PanelFailed } from "@/components/hashtags/panel-failed";
import { RelatedGraph } from "@/components/hashtags/related-graph";
import { RelatedList } from "@/components/hashtags/related-list";
import { TagAuthors } from "@/components/hashtags/tag-authors";
import { TagHistory } from "@/components/hashtags/tag-history";
import { TagPosts } from "@/components/hashtags/tag-posts";
import { moment } from "@/lib/format/time";
import type { HashtagDetail, RelatedHashtags } from "@/lib/hashtags/detail";
import type { HashtagHistory } from "@/lib/hashtags/history";
import type { HashtagPage } from "@/lib/hashtags/list-schema";
import type { PostRow } from "@/lib/posts/post-row";

const BESIDE = "grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]";

/** All that stands around a hashtag; null is what could not be read. */
export function TagPanels({
  detail,
  history,
  related,
  posts,
  query,
  zone,
  now,
}: {
  detail: HashtagDetail;
  history: HashtagHistory | null;
  related: RelatedHashtags | null;
  posts: PostRow[] | null;
  query: HashtagPage;
  zone: string;
  now: Date;
}) {
  const { hashtag } = detail;
  const simulated = [...detail.authors, ...(posts ?? [])].some((each) => each.is_simulated);
  return (
    <>
      <div className={BESIDE}>
        {history ? (
          <TagHistory
            detail={detail}
            history={history}
            query={query}
            simulated={simulated}
            now={now}
          />
        ) : (
          <PanelFailed title="Posts over time" />
        )}
        <TagAuthors detail={detail} query={query} />
      </div>
      {related ? (
        <div className={`${BESIDE} lg:items-start`}>
          <RelatedGraph
            related={related}
            hashtag={hashtag}
            query={query}
            asOf={moment(related.as_of, zone, now)}
            timeZone={zone}
            simulated={simulated}
          />
          <RelatedList related={related} hashtag={hashtag} query={query} />
        </div>
      ) : (
        <PanelFailed title="Related hashtags" />
      )}
      {posts ? (
        <TagPosts posts={posts} detail={detail} query={query} zone={zone} now={now} />
      ) : (
        <PanelFailed title="Top posts" />
      )}
    </>
  );
}
