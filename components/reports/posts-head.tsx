import { Choice } from "@/components/reports/choice";
import { TableExport } from "@/components/reports/table-export";
import { PanelHead } from "@/components/ui/panel";
import { moment } from "@/lib/format/time";
import type { Ranking, ReportQuery } from "@/lib/reports/period";
import type { TopPosts } from "@/lib/reports/top-posts";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

const WORDS: Record<Ranking, string> = {
  views: "By the views of their latest numbers",
  engagement_rate: "By engagement rate",
  score: "Short videos by their score among their like, always by views",
};

/** What the posts are ranked by, and the way to rank them otherwise. */
export function PostsHead({
  top: { by, score_days, rate_basis, as_of },
  query,
  zone,
  now,
}: {
  top: TopPosts;
  query: ReportQuery;
  zone: string;
  now: Date;
}) {
  const basis = by === "engagement_rate" ? `, ${RATE_BASES[rate_basis].words}` : "";
  const scored = score_days === null ? "" : `, of ${score_days} days up to the period’s end`;
  return (
    <>
      <PanelHead
        title="Top posts"
        sub={`${WORDS[by]}${basis}${scored} · as of ${moment(as_of, zone, now)}`}
        tools={<TableExport query={query} table="top-posts" name="top posts" />}
      />
      <Choice
        label="Posts by"
        name="by"
        query={query}
        value={by}
        options={[
          ["views", "Views"],
          ["engagement_rate", "Engagement"],
          ["score", "Score"],
        ]}
      />
    </>
  );
}
