import { JobRowsBar } from "@/components/jobs/job-rows-bar";
import { JobStateBadge } from "@/components/jobs/job-state-badge";
import { type JobGroups, type ListContext, madeBy } from "@/components/jobs/job-table";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Row, RowList } from "@/components/ui/row-list";
import { moment } from "@/lib/format/time";

/** The same page of jobs on a phone. */
export function JobList({ groups, zone, now, email }: ListContext & { groups: JobGroups }) {
  return (
    <div className="md:hidden">
      {groups.map(({ age, items }) => (
        <section key={age} aria-label={age}>
          <h2 className="border-t bg-sunken px-3.5 py-1.5 text-xs font-strong tracking-normal text-ink-2">
            {age}
          </h2>
          <RowList>
            {items.map((job) => (
              <Row
                key={job.id}
                href={`/jobs/${job.id}`}
                title={job.source_filename}
                meta={
                  <span className="flex flex-col gap-1">
                    <span>{`${moment(job.created_at, zone, now)} by ${madeBy(job, email)}`}</span>
                    <JobRowsBar job={job} />
                  </span>
                }
                end={
                  <span className="flex flex-col items-end gap-1">
                    <JobStateBadge job={job} short />
                    {job.source_kind === "link" && <Badge>Single link</Badge>}
                    {job.is_simulated && <SimulatedBadge />}
                  </span>
                }
              />
            ))}
          </RowList>
        </section>
      ))}
    </div>
  );
}
