import { PeopleCount } from "@/components/hashtags/people-count";
import { TagLink } from "@/components/hashtags/tag-link";
import { postsHref } from "@/components/posts/posts-address";
import { TableExport } from "@/components/reports/table-export";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { TopHashtags } from "@/lib/hashtags/answers";
import type { ReportQuery } from "@/lib/reports/period";

/** The hashtags of the period by how many people used them. */
export function TagsPanel({
  top: { hashtags, total_count, as_of },
  query,
  days,
  zone,
  now,
}: {
  top: TopHashtags;
  query: ReportQuery;
  days: { from: string; until: string };
  zone: string;
  now: Date;
}) {
  const { platform } = query;
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Top hashtags"
        sub={`By the people who used them in posts of the period · as of ${moment(as_of, zone, now)}`}
        tools={<TableExport query={query} table="top-hashtags" name="top hashtags" />}
      />
      {hashtags.length === 0 ? (
        <EmptyState>No post of this period has a hashtag in its caption.</EmptyState>
      ) : (
        <Table label="Top hashtags">
          <thead>
            <tr>
              <Th>Hashtag</Th>
              <Th numeric>People</Th>
              <Th numeric>Posts</Th>
            </tr>
          </thead>
          <tbody>
            {hashtags.map(({ tag, hashtag_name, unique_users, total_posts }) => (
              <tr key={tag}>
                <Td>
                  <span className="block max-w-64">
                    <TagLink tag={tag} name={hashtag_name} asked={{ platform }} />
                  </span>
                </Td>
                <Td numeric tone="strong">
                  <PeopleCount people={unique_users} posts={total_posts} />
                </Td>
                <Td numeric>
                  <AppLink
                    href={postsHref({ hashtag: tag, platform, ...days })}
                    className="text-link touch"
                  >
                    {exactCount(total_posts)}
                    <span className="sr-only"> posts with {hashtag_name}</span>
                  </AppLink>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {hashtags.length > 0 && (
        <PanelFooter className="mt-auto">
          {`The first ${hashtags.length} of ${counted(total_count, "hashtag")}. People are the authors we know of.`}
        </PanelFooter>
      )}
    </Panel>
  );
}
