import { cx } from "@/components/ui/cx";
import { type State, StateGlyph } from "@/components/ui/state-glyph";
import { exactCount } from "@/lib/format/count";

export type Segment = { state: State; count: number; label?: string };

const FILLS: Record<State, string> = {
  succeeded: "bg-ok",
  completed: "bg-ok",
  failed: "bg-bad",
  running: "bg-accent",
  waiting: "hatch-warn",
  queued: "bg-line",
  cancelled: "bg-chart-6",
};

/** One bar with a segment per state, at least 4 px each. `done` of all counts is what it announces. */
export function ProgressBar({
  segments,
  done,
  thin = false,
  label,
}: {
  segments: Segment[];
  done: number;
  thin?: boolean | undefined;
  label: string;
}) {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${exactCount(done)} of ${exactCount(total)}`}
      className={cx("flex gap-0.5 overflow-hidden rounded-[5px]", thin ? "h-2" : "h-2.5")}
    >
      {total === 0 && <span className="flex-1 bg-line" />}
      {segments
        .filter(({ count }) => count > 0)
        .map(({ state, count, label: name }) => (
          <span
            key={name ?? state}
            className={cx("min-w-1 basis-0 transition-[flex-grow] duration-(--slow)", FILLS[state])}
            style={{ flexGrow: count }}
          />
        ))}
    </div>
  );
}

/** The counts by state under a ProgressBar; two columns on phones. */
export function ProgressLegend({ segments }: { segments: Segment[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 min-[24rem]:grid-cols-[1fr_1fr] md:gap-x-[22px] md:flex md:flex-wrap">
      {segments.map(({ state, count, label }) => (
        <div key={label ?? state} className="flex items-center gap-1.5">
          <dt className="text-ink-2">
            <StateGlyph state={state} {...(label ? { label } : {})} />
          </dt>
          <dd className="font-semibold max-md:ml-auto">{exactCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Reads progress out every tenth, politely; silent in between because its text does not change. */
export function ProgressAnnouncement({ done, total }: { done: number; total: number }) {
  const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
  return (
    <p aria-live="polite" className="sr-only">
      {tenth > 0 && `${tenth * 10} % of the rows are done.`}
    </p>
  );
}
