import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { authorOf } from "@/components/metrics/author";
import { postsHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { SimulatedBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Hint } from "@/components/ui/hint";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import type { HashtagDetail } from "@/lib/hashtags/detail";
import type { HashtagPage } from "@/lib/hashtags/list-schema";

/** As high as the chart beside it. */
const MOST = 7;

type Author = HashtagDetail["authors"][number];

/** Who posts with a hashtag most. */
export function TagAuthors({ detail, query }: { detail: HashtagDetail; query: HashtagPage }) {
  const { unique_users, tag, hashtag } = detail;
  const authors = detail.authors.slice(0, MOST);
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Top authors"
        sub={`By posts with #${hashtag} ${PERIOD_WORDS[query.period].within}; views are the newest number of each measured post, added up`}
      />
      {authors.length === 0 ? (
        <EmptyState>No author is known of posts in this period.</EmptyState>
      ) : (
        <ol className="border-t">
          {authors.map((author) => (
            <li
              key={author.user_id}
              className="flex items-center gap-3 border-b px-3.5 pt-1 pb-2 last:border-b-0 hover:bg-hover md:px-4"
            >
              <PlatformMark platform={author.platform} />
              <div className="min-w-0 flex-1">
                <AuthorLink author={author} tag={tag} />
                <div className="mt-1 flex flex-wrap items-center gap-1.5 text-xs/[18px] text-muted">
                  <Views author={author} />
                  {author.is_simulated && <SimulatedBadge />}
                </div>
              </div>
              <span className="flex-none font-strong">
                {exactCount(author.posts)}
                <span className="text-xs font-normal text-muted">
                  {author.posts === 1 ? " post" : " posts"}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {unique_users > authors.length && (
        <PanelFooter className="mt-auto">
          {`The first ${authors.length} of ${exactCount(unique_users)}`}
        </PanelFooter>
      )}
    </Panel>
  );
}

/** To their posts with the hashtag. */
function AuthorLink({ author: { handle, name }, tag }: { author: Author; tag: string }) {
  const shown = authorOf({ author_handle: handle, author_name: name });
  const look = "block truncate py-0.5 font-strong";
  if (!shown) return <span className={look}>Without a name</span>;
  // Posts are filtered by the author as the platform spells it, which may have an "@" or none.
  return (
    <AppLink
      href={postsHref({ hashtag: tag, search: handle ?? name ?? undefined })}
      className={`${look} hover:text-accent-text hover:underline`}
      title={name ?? shown}
    >
      {shown}
    </AppLink>
  );
}

function Views({ author: { views, measured_posts, posts } }: { author: Author }) {
  if (views === null) return "no views measured";
  const tip = `${exactCount(views)} views of ${counted(measured_posts, "post")}${measured_posts < posts ? `; of ${exactCount(posts - measured_posts)} none are known` : ""}.`;
  return (
    <Hint tip={tip}>
      {`${compactCount(views)} views`}
      {measured_posts < posts && ` of ${exactCount(measured_posts)} measured`}
    </Hint>
  );
}
