import type { Parts } from "@/app/(app)/reports/read";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { DefinitionsPanel } from "@/components/reports/definitions-panel";
import { GrowingPanel } from "@/components/reports/growing-panel";
import { NothingPublished } from "@/components/reports/no-report";
import { PeoplePanel } from "@/components/reports/people-panel";
import { PeriodsPanel } from "@/components/reports/periods-panel";
import { PostsPanel } from "@/components/reports/posts-panel";
import { TagsPanel } from "@/components/reports/tags-panel";
import { TimesPanel } from "@/components/reports/times-panel";
import type { ReportQuery } from "@/lib/reports/period";

const PAIR = "grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-2 print:grid-cols-1";

/** The panels of a report; one that failed says so in its place. */
export function ReportParts({
  parts: { periods, people, hashtags, posts, growing, times },
  ...context
}: {
  parts: Parts;
  query: ReportQuery;
  days: { from: string; until: string };
  zone: string;
  now: Date;
}) {
  const compared = periods ? (
    <PeriodsPanel periods={periods} {...context} />
  ) : (
    <PanelFailed title="Period against period" />
  );
  const definitions = periods && <DefinitionsPanel definitions={periods.definitions} />;
  if (posts?.total_count === 0) {
    return (
      <>
        {compared}
        <NothingPublished {...context} />
        {definitions}
      </>
    );
  }
  return (
    <>
      {compared}
      {times ? (
        <TimesPanel times={times} {...context} />
      ) : (
        <PanelFailed title="Best weekday and hour" />
      )}
      {posts ? <PostsPanel top={posts} {...context} /> : <PanelFailed title="Top posts" />}
      {people ? <PeoplePanel people={people} {...context} /> : <PanelFailed title="Top people" />}
      <div className={PAIR}>
        {hashtags ? (
          <TagsPanel top={hashtags} {...context} />
        ) : (
          <PanelFailed title="Top hashtags" />
        )}
        {growing ? (
          <GrowingPanel growing={growing} {...context} />
        ) : (
          <PanelFailed title="Fastest growing hashtags" />
        )}
      </div>
      {definitions}
    </>
  );
}
