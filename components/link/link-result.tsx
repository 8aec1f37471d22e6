import { ExternalLink, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { JobAction } from "@/components/jobs/job-action";
import { hasEnded } from "@/components/jobs/job-counts";
import { LinkFigures } from "@/components/link/link-figures";
import { LinkOpen } from "@/components/link/link-open";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import { TextLink } from "@/components/ui/app-link";
import { SimulatedBadge } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultRow } from "@/lib/jobs/result-row";

/** What a pasted link came to: how it goes, then the post with its numbers, or why there are none. */
export function LinkResult({
  job,
  row,
  zone,
  now,
  again,
  save,
}: {
  job: JobProgress;
  row: ResultRow;
  zone: string;
  now: Date;
  /** Measures the link anew; null for those who may not. */
  again: FormAction | null;
  /** The way into a campaign. */
  save: ReactNode;
}) {
  const done = row.state === "succeeded";
  const author = authorOf(row);
  return (
    <Panel label="Numbers of the link">
      <div className="flex flex-wrap items-start gap-3 px-3.5 py-3.5 md:px-4">
        {done && <Thumbnail src={row.thumbnail_url} size="head" />}
        <div className="min-w-0 flex-1 basis-52">
          <h2 className="flex min-w-0 items-center gap-2 text-md/5">
            <PlatformMark platform={row.platform} />
            <span className="truncate">{row.title || bare(row.url)}</span>
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
            {author && <span>{author} ·</span>}
            {done && (
              <>
                <span>
                  Published <Published at={row.published_at} zone={zone} /> ·
                </span>
                <span>
                  Measured <Measured row={row} zone={zone} now={now} />
                </span>
                {row.is_simulated && <SimulatedBadge />}
              </>
            )}
          </p>
        </div>
        {save}
      </div>
      <p role="status" className="sr-only">
        {done ? "The numbers are here." : ""}
      </p>
      {done ? (
        <LinkFigures row={row} zone={zone} now={now} />
      ) : (
        <LinkOpen row={row} zone={zone} now={now} />
      )}
      <PanelFooter className="text-sm">
        {row.post_id !== null && (
          <TextLink href={`/posts/${row.post_id}`}>Page of the post</TextLink>
        )}
        <TextLink href={`/jobs/${job.id}`}>Its job</TextLink>
        <a href={row.url} target="_blank" rel="noreferrer" className="text-link">
          Open the post <ExternalLink aria-hidden="true" className="inline size-3" />
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
        {again && hasEnded(job) && (
          <span className="ml-auto">
            <JobAction
              action={again}
              fields={{ id: job.id }}
              allowed
              pending="Starting"
              look={{ size: "small" }}
              icon={<RotateCcw aria-hidden="true" />}
            >
              Measure again
            </JobAction>
          </span>
        )}
      </PanelFooter>
    </Panel>
  );
}

function bare(url: string) {
  return url.replace(/^https?:\/\/(www\.)?/, "");
}
