// What a trend is, in plain words and without a database: the tests compare SQL with this.
export type Snapshot = {
  post: number;
  source: string;
  definition: string;
  capturedMs: number;
  views: number | null;
  likes: number | null;
};
export type Post = {
  key: number;
  platform: "youtube" | "tiktok";
  account: string | null;
  publishedMs: number | null;
};
export type Day = { day: string; total: string | null; gain: string | null; posts: number };

/** What metric_trend answers. */
export type Trend = {
  gain: string | null;
  previous_gain: string | null;
  total: string | null;
  previous_total: string | null;
  days: (Day & {
    previous_total: string | null;
    previous_gain: string | null;
    previous_day: string;
  })[];
};

const DAY_MS = 86_400_000;
const HEADLINES = ["youtube_data", "tiktok_display"];

export function dayOf(ms: number, zone: string) {
  // The one locale whose dates are ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(ms);
}

/** Each day's total (the sum of every post's newest number) and gain (of the posts measured that day). */
export function plainTrend(
  posts: Post[],
  snapshots: Snapshot[],
  { zone, metric, days }: { zone: string; metric: "views" | "likes"; days: string[] },
): Day[] {
  const histories = posts.map((post) => historyOf(post, snapshots, zone, metric));
  return days.map((day) => {
    const newest = histories.flatMap((history) =>
      history.filter((each) => each.day <= day).slice(-1),
    );
    const measured = histories.flatMap((history) => history.filter((each) => each.day === day));
    const known = measured.flatMap(({ gain }) => gain ?? []);
    const sum = (values: number[]) => String(values.reduce((a, b) => a + b, 0));
    return {
      day,
      total: newest.length > 0 ? sum(newest.map(({ value }) => value)) : null,
      gain: known.length > 0 ? sum(known) : null,
      posts: measured.length,
    };
  });
}

/** The days a post was measured on with this metric, the number each ended with, and what it gained. */
function historyOf(post: Post, snapshots: Snapshot[], zone: string, metric: "views" | "likes") {
  const own = snapshots
    .filter((each) => each.post === post.key && HEADLINES.includes(each.source))
    .sort((a, b) => a.capturedMs - b.capturedMs);
  const byDay = Map.groupBy(own, ({ capturedMs }) => dayOf(capturedMs, zone));
  const history: { day: string; value: number; meaning: string; gain: number | null }[] = [];
  for (const [day, measured] of byDay) {
    const [first] = measured;
    const last = measured.at(-1);
    const value = last?.[metric];
    if (!first || !last || value === null || value === undefined) continue;
    const meaning = `${last.source} ${last.definition}`;
    const before = history.at(-1);
    const young = post.publishedMs !== null && first.capturedMs - post.publishedMs < DAY_MS;
    // What was there before anybody looked is no gain, and neither is another way to count.
    let gain = young ? value : null;
    if (before) gain = before.meaning === meaning ? value - before.value : null;
    history.push({ day, value, meaning, gain });
  }
  return history;
}
