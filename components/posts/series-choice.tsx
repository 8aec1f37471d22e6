import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import { postHref } from "@/components/posts/posts-address";
import { Tabs } from "@/components/ui/tabs";
import type { Metric } from "@/lib/platforms/metric";
import type { Post, PostSource } from "@/lib/posts/read-post";

/** Which number the panels below show, and, where several told it, whose. Series of two sources are never mixed. */
export function SeriesChoice({
  post,
  metric,
  source,
}: {
  post: Post;
  metric: Metric;
  source: PostSource;
}) {
  const told = SHOWN_METRICS.filter(
    (each) => each === metric || source.absent[each] !== "not_offered",
  );
  return (
    <div className="scroll-row flex flex-wrap items-center gap-x-4 gap-y-2 max-md:-mx-4 max-md:px-4">
      <Tabs
        label="Number"
        links={told.map((each) => ({
          href: postHref(post.id, { metric: each, source: source.source }),
          label: metricLabel(each),
          current: each === metric,
        }))}
      />
      {post.sources.length > 1 && (
        <>
          <span className="flex-1 max-md:hidden" />
          <Tabs
            label="Source"
            links={post.sources.map((each) => ({
              href: postHref(post.id, { metric, source: each.source }),
              label: each.name,
              current: each.source === source.source,
            }))}
          />
        </>
      )}
    </div>
  );
}
