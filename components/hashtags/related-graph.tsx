"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { GraphChart } from "@/components/charts/graph-chart";
import { tagHref } from "@/components/hashtags/hashtags-address";
import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { relatedTitle } from "@/components/hashtags/tag-words";
import { counted, exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import type { RelatedHashtags } from "@/lib/hashtags/detail";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** More lines between those around hide each other. */
const MOST_LINKS = 12;

/** The related hashtags drawn around the one; a list of the same stands beside it. */
export function RelatedGraph({
  related,
  hashtag,
  query,
  asOf,
  timeZone,
  simulated,
}: {
  related: RelatedHashtags;
  hashtag: string;
  query: HashtagPage;
  asOf: string;
  timeZone: string;
  simulated: boolean;
}) {
  const router = useRouter();
  const { posts } = related;
  const links = related.links.slice(0, MOST_LINKS);
  const nodes = related.related.map((each) => {
    const share = percent(each.cooccurrence_rate, 1);
    return {
      id: each.tag,
      name: `#${each.hashtag}`,
      shared: each.shared_posts,
      size: each.posts,
      href: tagHref(each.tag, query),
      text: `#${each.hashtag}: on ${exactCount(each.shared_posts)} of ${counted(posts, "post")}, ${share}; ${counted(each.posts, "post")} in all.`,
      tip: {
        title: `#${each.hashtag}`,
        rows: [
          {
            label: "Posts with both",
            value: `${exactCount(each.shared_posts)} of ${exactCount(posts)}`,
          },
          { label: "Rate", value: share },
          { label: "Its posts in all", value: exactCount(each.posts) },
        ],
        source: "Click or press Enter for its page.",
      },
    };
  });
  return (
    <GraphChart
      title={relatedTitle(related, hashtag)}
      sub={`Posts with both hashtags ${PERIOD_WORDS[query.period].within} · as of ${asOf}`}
      fileName={`What goes with ${hashtag}`}
      middle={`#${hashtag}`}
      nodes={nodes}
      links={links}
      description={`${counted(nodes.length, "hashtag")} around #${hashtag}; a table of the same stands beside.`}
      timeZone={timeZone}
      simulated={simulated}
      notes={[
        `The thicker a line, the more posts have both. Grey lines join hashtags that stand together beside #${hashtag}${
          links.length < related.links.length
            ? `: the strongest ${links.length} of ${related.links.length}`
            : ""
        }.`,
        "The larger a circle, the more posts the hashtag is on. The order is that of the list, clockwise from the top.",
      ]}
      table={{
        inOrder: true,
        columns: [
          { key: "hashtag", header: "Hashtag", type: "text" },
          { key: "shared_posts", header: "Posts with both", type: "count" },
          { key: "of", header: `Posts with #${hashtag}`, type: "count" },
          {
            key: "rate",
            header: "Rate",
            type: "number",
            show: (text) => percent(Number(text), 1),
          },
          { key: "posts", header: "Its posts", type: "count" },
        ],
        rows: related.related.map((each) => [
          `#${each.hashtag}`,
          String(each.shared_posts),
          String(posts),
          String(each.cooccurrence_rate),
          String(each.posts),
        ]),
      }}
      state={
        nodes.length > 0
          ? { kind: "ready" }
          : { kind: "empty", sentence: "No other hashtag stands beside it in these posts." }
      }
      // safe because it is the address of a hashtag's page
      onOpen={(href) => router.push(href as Route)}
    />
  );
}
