export type HistoryPoint = {
  /** ISO 8601. */
  at: string;
  /** Decimal text, 64 bit. */
  value: string | null;
  definition: string;
  simulated: boolean;
  source: string;
  /** Why there is no value. */
  reason?: string | undefined;
};
export type HistoryGap = { from: string; to: string; reason: string };
export type HistoryChange = { at: string; label: string; note: string };
export type Restatement = { at: string; from: string; to: string };
export type HistoryRate = { from: string; to: string; perHour: number };
export type BaselinePoint = { at: string; value: string };

export type HistoryInput = {
  points: readonly HistoryPoint[];
  gaps: readonly HistoryGap[];
  changes: readonly HistoryChange[];
  restatements: readonly Restatement[];
  rates: readonly HistoryRate[];
  baseline?: readonly BaselinePoint[] | undefined;
};

/** A measurement as it is drawn. `amount` only says how high: what is written is `value`. */
export type Mark = HistoryPoint & {
  time: number;
  amount: number | null;
  /** Measured under a definition that is no longer the current one. */
  old: boolean;
  restated?: Restatement | undefined;
  perHour: number | null;
};
type End = { time: number; amount: number };
export type LineRow = {
  time: number;
  old?: number | null;
  current?: number | null;
};
export type RateBar = { from: number; to: number; perHour: number; old: boolean };

const HALF_DAY_MS = 12 * 3_600_000;

/** What the chart draws: marks, the rows of its lines, the dotted bridges, the bars, the extent. */
export function readHistory(input: HistoryInput, asOf: string) {
  const changes = input.changes.map((each) => ({ ...each, time: Date.parse(each.at) }));
  const gaps = input.gaps.map(({ from, to, reason }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
    reason,
  }));
  const points = [...input.points].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const lastChange = Math.max(-Infinity, ...changes.map(({ time }) => time));
  const definition = points.at(-1)?.definition;
  const marks = points.map((point): Mark => {
    const time = Date.parse(point.at);
    return {
      ...point,
      time,
      amount: point.value === null ? null : Number(point.value),
      old: time < lastChange || point.definition !== definition,
      restated: input.restatements.find(({ at }) => Date.parse(at) === time),
      perHour: input.rates.find(({ to }) => Date.parse(to) === time)?.perHour ?? null,
    };
  });

  const cut = (from: number, to: number) => changes.some(({ time }) => from < time && time <= to);
  const missed = (from: number, to: number) => gaps.some((gap) => gap.from < to && gap.to > from);
  const rows: LineRow[] = [];
  const bridges: { from: End; to: End }[] = [];
  let before: (Mark & End) | undefined;
  let skipped = false;
  for (const mark of marks) {
    if (!measured(mark)) {
      skipped = true;
      continue;
    }
    if (before) {
      const redefined = before.definition !== mark.definition || cut(before.time, mark.time);
      const unseen = skipped || missed(before.time, mark.time);
      if (redefined || unseen) {
        rows.push({ time: (before.time + mark.time) / 2, old: null, current: null });
      }
      if (unseen && !redefined) bridges.push({ from: before, to: mark });
    }
    rows.push({ time: mark.time, [mark.old ? "old" : "current"]: mark.amount });
    before = mark;
    skipped = false;
  }

  const bars = input.rates
    .map(({ from, to, perHour }) => ({ from: Date.parse(from), to: Date.parse(to), perHour }))
    .filter(({ from, to }) => !cut(from, to) && !missed(from, to))
    .map((bar): RateBar => ({ ...bar, old: bar.to < lastChange }));

  const baseline = (input.baseline ?? []).map(({ at, value }) => ({
    time: Date.parse(at),
    amount: Number(value),
  }));

  const times = [...marks.map(({ time }) => time), ...gaps.flatMap(({ from, to }) => [from, to])];
  if (times.length === 0) times.push(Date.parse(asOf));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  // One measurement alone needs a stretch of time to stand in.
  const room = from < to ? 0 : HALF_DAY_MS;
  const extent: [number, number] = [from - room, to + room];
  const amounts = [...marks, ...baseline].map(({ amount }) => amount ?? 0);
  return {
    marks,
    rows,
    bridges,
    bars,
    baseline,
    gaps,
    changes,
    highest: Math.max(0, ...amounts),
    lowest: Math.min(0, ...amounts),
    extent,
    simulated: marks.some((mark) => mark.simulated),
  };
}

export type History = ReturnType<typeof readHistory>;

export function measured(mark: Mark): mark is Mark & End {
  return mark.amount !== null;
}
