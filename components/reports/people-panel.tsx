import { postsHref } from "@/components/posts/posts-address";
import { Choice } from "@/components/reports/choice";
import { TableExport } from "@/components/reports/table-export";
import { AppLink } from "@/components/ui/app-link";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { TopPeople } from "@/lib/reports/answers";
import type { ReportQuery } from "@/lib/reports/period";

const WORDS = {
  measured:
    "Likes, comments, shares and saves of the posts of the period, as platforms told them last",
  events: "Imported events of the period on own posts and comments",
};

/** Whose posts and comments got most, and by what that was counted. */
export function PeoplePanel({
  people,
  query,
  days,
  zone,
  now,
}: {
  people: TopPeople;
  query: ReportQuery;
  days: { from: string; until: string };
  zone: string;
  now: Date;
}) {
  const { users, basis, simulated, unmeasured_posts, total_count } = people;
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Top people"
        sub={
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <span>{`${WORDS[basis]} · as of ${moment(people.as_of, zone, now)}`}</span>
            {simulated && <SimulatedBadge />}
            {unmeasured_posts > 0 && (
              <Badge
                kind="partial"
                tip={`${counted(unmeasured_posts, "post")} of the period without any of these numbers: they count nothing.`}
              >
                Partial
              </Badge>
            )}
          </span>
        }
        tools={<TableExport query={query} table="top-people" name="top people" />}
      />
      <Choice
        label="People by"
        name="basis"
        query={query}
        value={basis}
        options={[
          ["measured", "What platforms measured"],
          ["events", "Imported events"],
        ]}
      />
      {users.length === 0 ? (
        <EmptyState>
          {basis === "events"
            ? "No events of this period were imported. Import them by API or CSV, or rank by what platforms measured."
            : "No post of this period has an author and a number. Measure the posts, or choose other days."}
        </EmptyState>
      ) : (
        <div className="max-md:[&_tr>*:nth-child(4)]:hidden print:[&_tr>*:nth-child(4)]:table-cell!">
          <Table label="Top people">
            <thead>
              <tr>
                <Th>Person</Th>
                <Th numeric>Engagements</Th>
                <Th numeric>Posts</Th>
                <Th numeric>A post</Th>
              </tr>
            </thead>
            <tbody>
              {users.map((person) => (
                <tr key={person.user_id}>
                  <Td>
                    <span className="flex min-w-32 items-center gap-2">
                      <PlatformMark platform={person.platform} />
                      <AppLink
                        href={postsHref({
                          platform: person.platform,
                          search: person.username,
                          ...days,
                        })}
                        title={`Posts of ${person.username}`}
                        className="touch max-w-44 truncate font-strong hover:text-accent-text hover:underline"
                      >
                        {person.handle ? `@${person.handle}` : person.username}
                      </AppLink>
                    </span>
                  </Td>
                  <Td numeric tone="strong">
                    <Count value={person.total_engagement} />
                  </Td>
                  <Td numeric>{exactCount(person.post_count)}</Td>
                  <Td numeric tone="soft">
                    {person.avg_engagement_per_post === null ? (
                      <Missing reason="None of their posts is known here." />
                    ) : (
                      person.avg_engagement_per_post.toLocaleString("en-US", {
                        maximumFractionDigits: 1,
                      })
                    )}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {users.length > 0 && (
        <PanelFooter className="mt-auto">
          {`The first ${users.length} of ${counted(total_count, "person", "people")} with any.`}
          {basis === "measured" && " What a platform does not tell counts nothing."}
        </PanelFooter>
      )}
    </Panel>
  );
}
