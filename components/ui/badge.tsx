import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const KINDS = {
  plain: "bg-panel text-ink-2",
  simulated: "hatch border-line-strong bg-panel text-ink-2",
  derived:
    "bg-panel text-ink-2 before:size-1.5 before:rounded-full before:border-[1.5px] before:border-ink-2",
  partial: "border-dashed border-line-strong bg-panel text-ink-2",
  stale: "border-warn bg-warn-soft text-warn-text",
  accent: "border-transparent bg-accent-soft text-accent-text",
  ok: "border-transparent bg-ok-soft text-ok",
  bad: "border-transparent bg-bad-soft text-bad-text",
  warn: "border-transparent bg-warn-soft text-warn-text",
  breakout: "border-transparent bg-ember-soft text-ember-text",
};

export type BadgeKind = keyof typeof KINDS;

/** 18 px high, 11 px type. `tip` explains it on hover and focus. At most two on one figure. */
export function Badge({
  kind = "plain",
  tip,
  children,
}: {
  kind?: BadgeKind | undefined;
  tip?: string | undefined;
  children: ReactNode;
}) {
  const look = cx(
    "inline-flex h-[18px] flex-none items-center gap-1 rounded-sm border px-1.5 text-2xs font-medium tracking-[.005em] whitespace-nowrap",
    KINDS[kind],
  );
  if (!tip) return <span className={look}>{children}</span>;
  return (
    <button type="button" data-tip={tip} className="touch tip flex-none">
      <span className={look}>{children}</span>
      <span className="sr-only">: {tip}</span>
    </button>
  );
}

const SIMULATED =
  "Made up by this installation, by its simulator or as a sample. No platform told these numbers.";

/** Marks numbers that no platform delivered. */
export function SimulatedBadge() {
  return (
    <Badge kind="simulated" tip={SIMULATED}>
      Simulated
    </Badge>
  );
}

/** Then a list is marked once, above; otherwise each row that is simulated. */
export function allSimulated(rows: { is_simulated: boolean }[]) {
  return rows.length > 0 && rows.every(({ is_simulated }) => is_simulated);
}
