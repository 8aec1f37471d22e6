import { ingestRunHref } from "@/components/ingest/ingest-address";
import { QUARANTINE_WORDS } from "@/components/ingest/quarantine-words";
import { ReplayRun } from "@/components/ingest/replay-run";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { IngestRunDetail, QuarantinedItem } from "@/lib/ingest/queries";

type Context = { zone: string; now: Date; admin: boolean };

/** Items of a run that could not be read: why, what was found, and the item itself for admins. */
export function QuarantinePanel({
  run,
  quarantine: { total, open, items },
  page,
  pageSize,
  allowed,
  replay,
  ...context
}: Context & {
  run: IngestRunDetail;
  quarantine: { total: number; open: number; items: QuarantinedItem[] };
  page: number;
  pageSize: number;
  allowed: boolean;
  replay: FormAction;
}) {
  const title =
    total === 0
      ? "Nothing was set aside"
      : open === 0
        ? "All that was set aside can be read now"
        : `${exactCount(open)} of ${counted(run.read, "item")} could not be read`;
  const who = context.admin ? "Download one to read it whole." : "Admins can read them whole.";
  return (
    <Panel>
      <PanelHead
        title={title}
        sub={total > 0 && `Set aside as they came, out of every number. ${who}`}
      />
      {total === 0 ? (
        <EmptyState>
          {run.finished_at === null
            ? "Items that cannot be read are listed here with the reason."
            : "Every item that this run brought could be read."}
        </EmptyState>
      ) : (
        <ul className="border-t">
          {items.map((item) => (
            <Item key={item.id} item={item} {...context} />
          ))}
        </ul>
      )}
      {run.finished_at !== null && run.events > 0 && (
        <ReplayRun id={run.id} open={open} allowed={allowed} action={replay} />
      )}
      {total > pageSize && (
        <Pager
          noun="Items"
          page={page}
          pageSize={pageSize}
          total={total}
          hrefOf={(each) => ingestRunHref(run.id, { page: each })}
        />
      )}
    </Panel>
  );
}

function Item({ item, zone, now, admin }: Context & { item: QuarantinedItem }) {
  return (
    <li className="flex flex-col gap-1 border-b px-3.5 py-2.5 last:border-b-0 md:px-4">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-strong">{QUARANTINE_WORDS[item.code]}</span>
        {item.resolved_at && (
          <Badge kind="ok">{`Read since ${moment(item.resolved_at, zone, now)}`}</Badge>
        )}
        <span className="ml-auto text-xs">
          {admin ? (
            <a
              href={`/api/v1/raw-events/${item.raw_event_id}`}
              download
              className="text-link"
            >{`Raw event ${item.raw_event_id}`}</a>
          ) : (
            <span className="text-muted">{`Raw event ${item.raw_event_id}`}</span>
          )}
        </span>
      </div>
      <p className="text-ink-2 wrap-anywhere">{item.detail}</p>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted">
        <Part label="Field" value={item.field} />
        <Part label="Found" value={item.found} />
        <Part label="Expected" value={item.expected} />
      </dl>
    </li>
  );
}

function Part({ label, value }: { label: string; value: string | null }) {
  if (value === null) return null;
  return (
    <div className="flex min-w-0 gap-1.5">
      <dt>{label}</dt>
      <dd className="min-w-0 font-mono wrap-anywhere text-ink-2">{value}</dd>
    </div>
  );
}
