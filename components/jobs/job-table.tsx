import { Fragment } from "react";
import type { groupByAge } from "@/components/jobs/job-age";
import { JobRowsBar } from "@/components/jobs/job-rows-bar";
import { JobStateBadge } from "@/components/jobs/job-state-badge";
import { AppLink } from "@/components/ui/app-link";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { exactMoment, moment } from "@/lib/format/time";
import type { ListedJob } from "@/lib/jobs/queries";

export type JobGroups = ReturnType<typeof groupByAge<ListedJob>>;

/** What a list of jobs needs to know of the page. */
export type ListContext = { zone: string; now: Date; email: string };

/** A page of jobs, grouped by age. */
export function JobTable({ groups, ...context }: ListContext & { groups: JobGroups }) {
  return (
    <Table label="Jobs" wide>
      <thead>
        <tr>
          <Th>File</Th>
          <Th>State</Th>
          <Th>Rows</Th>
          <Th>Uploaded</Th>
          <Th>By</Th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ age, items }) => (
          <Fragment key={age}>
            <tr className="[&&>th]:hover:bg-sunken">
              <th
                scope="colgroup"
                colSpan={5}
                className="border-b bg-sunken px-4 py-1.5 text-left text-xs font-strong text-ink-2"
              >
                {age}
              </th>
            </tr>
            {items.map((job) => (
              <JobCells key={job.id} job={job} {...context} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function JobCells({ job, zone, now, email }: ListContext & { job: ListedJob }) {
  return (
    <tr className="relative">
      <Td className="w-2/5">
        <span className="flex max-w-md min-w-40 items-center gap-2">
          <AppLink
            href={`/jobs/${job.id}`}
            className="truncate font-strong after:absolute after:inset-0 hover:text-accent-text"
          >
            {job.source_filename}
          </AppLink>
          {job.source_kind === "link" && <Badge>Single link</Badge>}
          {job.is_simulated && (
            <span className="relative flex">
              <SimulatedBadge />
            </span>
          )}
        </span>
      </Td>
      <Td>
        <JobStateBadge job={job} short />
      </Td>
      <Td className="py-1.5">
        <JobRowsBar job={job} />
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <time dateTime={job.created_at} title={exactMoment(job.created_at, zone)}>
          {moment(job.created_at, zone, now)}
        </time>
      </Td>
      <Td tone="muted">
        <span className="block max-w-44 truncate">{madeBy(job, email)}</span>
      </Td>
    </tr>
  );
}

/** Who uploaded it, as the reader knows them. */
export function madeBy({ created_by_email }: ListedJob, email: string) {
  if (created_by_email === email) return "you";
  return created_by_email ?? "someone who has left";
}
