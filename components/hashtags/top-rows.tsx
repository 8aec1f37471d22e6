import { Sparkline } from "@/components/charts/sparkline";
import { PeopleCount } from "@/components/hashtags/people-count";
import { TagLink } from "@/components/hashtags/tag-link";
import { Row, RowList } from "@/components/ui/row-list";
import { Table, Td, Th } from "@/components/ui/table";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { HashtagList } from "@/lib/hashtags/list";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** One hashtag a row, with its course; on phones as a list. */
export function TopRows({
  hashtags,
  bars,
  asked,
  zone,
  now,
}: {
  hashtags: HashtagList["hashtags"];
  /** Posts of each on each of the last 30 days. */
  bars: Map<string, number[]>;
  /** What a hashtag's page is opened with. */
  asked: Partial<HashtagPage>;
  zone: string;
  now: Date;
}) {
  const highest = Math.max(0, ...[...bars.values()].flat());
  return (
    <>
      <Table label="Hashtags" wide>
        <thead>
          <tr>
            <Th>Hashtag</Th>
            <Th numeric>People ↓</Th>
            <Th numeric>Posts</Th>
            <Th>Posts a day, last 30 days</Th>
            <Th>Newest post</Th>
          </tr>
        </thead>
        <tbody>
          {hashtags.map(({ tag, hashtag_name, unique_users, total_posts, newest_at }) => (
            <tr key={tag}>
              <Td className="w-[40%] max-w-0">
                <TagLink tag={tag} name={hashtag_name} asked={asked} />
              </Td>
              <Td numeric tone="strong">
                <PeopleCount people={unique_users} posts={total_posts} />
              </Td>
              <Td numeric>{exactCount(total_posts)}</Td>
              <Td>
                <Course counts={bars.get(tag)} highest={highest} />
              </Td>
              <Td tone="soft" className="whitespace-nowrap">
                {newest_at ? moment(newest_at, zone, now) : "not known"}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RowList phone>
        {hashtags.map(({ tag, hashtag_name, unique_users, total_posts, newest_at }) => (
          <Row
            key={tag}
            title={<TagLink tag={tag} name={hashtag_name} asked={asked} />}
            meta={`${counted(total_posts, "post")}${newest_at ? ` · newest ${moment(newest_at, zone, now)}` : ""}`}
            end={
              <span className="font-strong">
                <PeopleCount people={unique_users} posts={total_posts} />
                <span className="text-xs font-normal text-muted">
                  {unique_users === 1 ? " person" : " people"}
                </span>
              </span>
            }
          />
        ))}
      </RowList>
    </>
  );
}

function Course({ counts, highest }: { counts: number[] | undefined; highest: number }) {
  if (!counts) return null;
  const label = `Posts on each of the last 30 days: ${counts.join(", ")}`;
  return <Sparkline counts={counts} split={0} highest={highest} label={label} />;
}
