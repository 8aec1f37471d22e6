import { Sparkline } from "@/components/charts/sparkline";
import { TagLink } from "@/components/hashtags/tag-link";
import { courseWords, stepWords } from "@/components/hashtags/trending-words";
import { Row, RowList } from "@/components/ui/row-list";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import type { Trending } from "@/lib/hashtags/answers";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

export type TrendingContext = {
  bars: Map<string, number[]>;
  /** What a hashtag's page is opened with. */
  asked: Partial<HashtagPage>;
};

/** One hashtag a row; on phones as a list. */
export function TrendingRows({
  hashtags,
  words,
  bars,
  asked,
}: TrendingContext & {
  hashtags: Trending["hashtags"];
  words: { last: string; before: string };
}) {
  const highest = Math.max(0, ...[...bars.values()].flat());
  const spark = (tag: string) => {
    const counts = bars.get(tag);
    if (!counts) return null;
    const split = counts.length / 2;
    const label = courseWords(counts, split, words);
    return <Sparkline counts={counts} split={split} highest={highest} label={label} />;
  };
  return (
    <>
      <Table label={`Hashtags of the ${words.last}`} wide>
        <thead>
          <tr>
            <Th>Hashtag</Th>
            <Th numeric>Posts, {words.last}</Th>
            <Th numeric>Beside the {words.before}</Th>
            <Th>Course</Th>
          </tr>
        </thead>
        <tbody>
          {hashtags.map(({ hashtag, tag, count, previous }) => (
            <tr key={tag}>
              <Td className="w-[40%] max-w-0">
                <TagLink tag={tag} name={hashtag} asked={asked} />
              </Td>
              <Td numeric tone="strong">
                {exactCount(count)}
              </Td>
              <Td numeric tone="soft">
                {stepWords(count, previous)}
              </Td>
              <Td>{spark(tag)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RowList phone>
        {hashtags.map(({ hashtag, tag, count, previous }) => (
          <Row
            key={tag}
            title={<TagLink tag={tag} name={hashtag} asked={asked} />}
            meta={stepWords(count, previous)}
            end={
              <span className="flex items-center gap-3">
                {spark(tag)}
                <span className="min-w-6 text-right font-strong">
                  {exactCount(count)}
                  <span className="sr-only"> posts</span>
                </span>
              </span>
            }
          />
        ))}
      </RowList>
    </>
  );
}
