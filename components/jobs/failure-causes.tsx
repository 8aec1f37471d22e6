import { resultHref } from "@/components/jobs/result-address";
import { AppLink } from "@/components/ui/app-link";
import { exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import { rowErrorTitle } from "@/lib/jobs/row-errors";
import { ROW_ERRORS } from "@/lib/platforms/platform";

/** Four lines keep the strip of figures one height; the rest is one click away. */
const SHOWN = 4;

/** Why rows failed, most frequent first, each a link to those rows. */
export function FailureCauses({ id, failures }: { id: string; failures: JobProgress["failures"] }) {
  const shown = failures.slice(0, failures.length > SHOWN ? SHOWN - 1 : SHOWN);
  const rest = failures.slice(shown.length);
  const restRows = rest.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <ul>
      {shown.map(({ code, rows }) => {
        const error = ROW_ERRORS.find((known) => known === code);
        return (
          <Cause
            key={code}
            href={resultHref(id, { state: "failed", error })}
            title={error ? rowErrorTitle(error) : code}
            rows={rows}
          />
        );
      })}
      {rest.length > 0 && (
        <Cause
          href={resultHref(id, { state: "failed" })}
          title={`${rest.length} other causes`}
          rows={restRows}
        />
      )}
    </ul>
  );
}

function Cause({ href, title, rows }: { href: string; title: string; rows: number }) {
  return (
    <li>
      <AppLink
        href={href}
        scroll={false}
        className="flex justify-between gap-3 text-xs/6 text-ink-2 hover:text-accent-text pointer-coarse:leading-9"
      >
        <span className="truncate">{title}</span>
        <b className="font-strong text-ink">{exactCount(rows)}</b>
      </AppLink>
    </li>
  );
}
