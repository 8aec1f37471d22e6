import { History } from "lucide-react";
import { newestHref } from "@/components/performance/reels-address";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { exactMoment } from "@/lib/format/time";
import type { ReelFilter } from "@/lib/reels/schema";

/** That the numbers are invented, or of an earlier moment, or not those a link asked for. */
export function CohortNotices({
  query,
  sample,
  endsAt,
  unknownCohort,
  zone,
}: {
  query: ReelFilter;
  sample: boolean;
  endsAt: string;
  /** The address had an id that is none of ours. */
  unknownCohort: boolean;
  zone: string;
}) {
  return (
    <>
      {unknownCohort && (
        <Notice kind="warn">
          The link names a cohort by an id that was never given here. The newest cohort is shown
          instead: ask for the link again.
        </Notice>
      )}
      {sample && (
        <aside
          aria-label="Sample data"
          className="hatch flex flex-wrap items-center justify-between gap-2 rounded-md border bg-panel px-3 py-2"
        >
          <span className="rounded-[3px] bg-panel px-1.5 py-px">
            <b className="font-strong">Sample data</b>: invented, not measured. It is beside your
            numbers, never among them.
          </span>
        </aside>
      )}
      {query.cohort && !sample && (
        <Notice
          icon={<History aria-hidden="true" />}
          action={
            <ButtonLink size="small" href={newestHref(query)}>
              Show the newest
            </ButtonLink>
          }
        >
          The cohort of {exactMoment(endsAt, zone)}, as it was known then. Filters keep this moment;
          what was measured since is not in it.
        </Notice>
      )}
    </>
  );
}
