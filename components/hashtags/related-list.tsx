import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { TagLink } from "@/components/hashtags/tag-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import type { RelatedHashtags } from "@/lib/hashtags/detail";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** The hashtags that share most posts with one, each rate with its counts. */
export function RelatedList({
  related: { related, posts },
  hashtag,
  query,
}: {
  related: RelatedHashtags;
  hashtag: string;
  query: HashtagPage;
}) {
  return (
    <Panel>
      <PanelHead
        title="Related hashtags"
        sub={`Of the ${exactCount(posts)} posts with #${hashtag} ${PERIOD_WORDS[query.period].within}, those that have the other too`}
      />
      {related.length === 0 ? (
        <EmptyState>No other hashtag stands beside it in these posts.</EmptyState>
      ) : (
        <Table label="Related hashtags">
          <thead>
            <tr>
              <Th>Hashtag</Th>
              <Th numeric>Rate</Th>
              <Th numeric>Posts with both</Th>
              <Th numeric>Its posts</Th>
            </tr>
          </thead>
          <tbody>
            {related.map((each) => (
              <tr key={each.tag}>
                <Td className="w-1/2 max-w-0 min-w-28">
                  <TagLink tag={each.tag} name={each.hashtag} asked={query} />
                </Td>
                <Td numeric tone="strong">
                  {percent(each.cooccurrence_rate, 1)}
                </Td>
                <Td
                  numeric
                  tone="soft"
                >{`${exactCount(each.shared_posts)} of ${exactCount(posts)}`}</Td>
                <Td numeric tone="muted">
                  {exactCount(each.posts)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
