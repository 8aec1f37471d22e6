import { MetricValue } from "@/components/jobs/metric-value";
import { PostTitle } from "@/components/jobs/post-title";
import { RowAnswer } from "@/components/jobs/row-answer";
import type { PastLinksContext } from "@/components/link/past-links";
import { RemoveLink } from "@/components/link/remove-link";
import { authorOf } from "@/components/metrics/author";
import { Published } from "@/components/metrics/published";
import { AppLink } from "@/components/ui/app-link";
import { Table, Td, Th } from "@/components/ui/table";
import { exactMoment, moment } from "@/lib/format/time";
import type { PastLink } from "@/lib/link/queries";

const COUNTS = ["views", "likes", "comments"] as const;

/** Earlier links as a table: a link without numbers keeps its place and says why. */
export function PastLinkTable({ items, ...context }: PastLinksContext & { items: PastLink[] }) {
  return (
    <Table label="Earlier links" wide>
      <thead>
        <tr>
          <Th>Post</Th>
          <Th>Channel</Th>
          <Th>Published</Th>
          <Th numeric>Views</Th>
          <Th numeric>Likes</Th>
          <Th numeric>Comments</Th>
          <Th>Asked</Th>
          <Th>
            <span className="sr-only">Remove</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((link) => (
          <tr key={link.job_id}>
            <Td>
              <PostTitle row={link} />
            </Td>
            <Cells link={link} {...context} />
            <Td tone="muted" className="whitespace-nowrap">
              <AppLink
                href={`/link?job=${link.job_id}`}
                title={exactMoment(link.created_at, context.zone)}
                className="touch hover:text-accent-text hover:underline"
              >
                {moment(link.created_at, context.zone, context.now)}
              </AppLink>
            </Td>
            <Td numeric>
              <RemoveLink link={link} remove={context.remove} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cells({ link, zone, now }: PastLinksContext & { link: PastLink }) {
  if (link.state !== "succeeded") {
    return (
      <Td colSpan={5} tone="soft" className="py-1.5">
        <RowAnswer row={link} zone={zone} now={now} />
      </Td>
    );
  }
  return (
    <>
      <Td tone="soft">
        <span className="block max-w-32 truncate">{authorOf(link)}</span>
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <Published at={link.published_at} zone={zone} />
      </Td>
      {COUNTS.map((metric) => (
        <Td key={metric} numeric tone={metric === "views" ? "strong" : "plain"}>
          <MetricValue row={link} metric={metric} zone={zone} now={now} />
        </Td>
      ))}
    </>
  );
}
