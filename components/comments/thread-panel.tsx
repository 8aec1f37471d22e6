import type { Outline } from "@/components/comments/outline";
import type { ReadStatus } from "@/components/comments/read-status";
import { Thread } from "@/components/comments/thread";
import { NoMatch, NoThread } from "@/components/comments/thread-nothing";
import type { FirstPage } from "@/components/comments/use-thread";
import { Panel } from "@/components/ui/panel";

/** The thread, or why there is none. */
export function ThreadPanel({
  post,
  thread: { outline, first, at, matches, isMixed },
  search,
  status,
  mayRead,
  sample,
  zone,
  now,
}: {
  post: number;
  thread: {
    outline: Outline;
    first: FirstPage;
    at: number | null;
    matches: number[] | null;
    isMixed: boolean;
  };
  search: string | undefined;
  status: ReadStatus;
  mayRead: boolean;
  sample: boolean;
  zone: string;
  now: Date;
}) {
  const total = outline.depths.length;
  return (
    <Panel label="Thread">
      {total === 0 ? (
        <NoThread status={status} mayRead={mayRead} sample={sample} />
      ) : (
        <>
          {matches?.length === 0 && <NoMatch post={post} word={search ?? ""} />}
          <Thread
            // What was asked for, or what is there, is another thread view.
            key={`${at} ${search} ${total}`}
            post={post}
            outline={outline}
            first={first}
            at={at}
            search={search}
            matches={matches}
            zone={zone}
            now={now.toISOString()}
            isMixed={isMixed}
          />
        </>
      )}
    </Panel>
  );
}
