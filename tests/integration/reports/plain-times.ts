// What the best times are, in plain words and without a database: the tests compare SQL with this.
export type TimedPost = {
  /** When it was published, in ms since 1970; null: nobody knows. */
  publishedMs: number | null;
  platform: "instagram" | "tiktok" | "youtube";
  definition: string;
  simulated: boolean;
  /** Views 24 hours after publishing; null: not measured then. */
  dayOld: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
};
export type Cell = {
  weekday?: number;
  hour?: number;
  posts: number;
  measured: number;
  value: number | null;
  reason: string | null;
};

const FEWEST = 3;
const ENOUGH = 5;
const COMPARED = 20;
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAY_MS = 86_400_000;

/** What a clock on the wall in a zone shows. */
export function wallClock(ms: number, zone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  }).formatToParts(ms);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    weekday: DAYS.indexOf(part("weekday")) + 1,
    hour: Number(part("hour")),
  };
}

export function median(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

type Asked = { zone: string; from: string; until: string; platform?: string; nowMs: number };

/** Posts of these days by weekday and hour, and the one that is clearly best, if any. */
export function plainTimes(all: TimedPost[], measure: "views" | "engagement_rate", asked: Asked) {
  const { zone, from, until, platform, nowMs } = asked;
  const posts = all.flatMap((post) => {
    if (post.publishedMs === null || post.publishedMs >= nowMs) return [];
    if (platform !== undefined && post.platform !== platform) return [];
    const clock = wallClock(post.publishedMs, zone);
    return clock.day >= from && clock.day <= until ? [{ ...post, ...clock }] : [];
  });
  const alike = (one: TimedPost, other: TimedPost) =>
    one.platform === other.platform &&
    one.definition === other.definition &&
    one.simulated === other.simulated &&
    other.dayOld !== null;
  const valued = posts.map((post) => {
    if (measure === "engagement_rate") {
      const { likes, comments, shares, dayOld } = post;
      const known = likes !== null && comments !== null && dayOld !== null && dayOld > 0;
      return { ...post, value: known ? (likes + comments + (shares ?? 0)) / dayOld : null };
    }
    const others = posts.filter((other) => other !== post && alike(post, other));
    const { dayOld } = post;
    if (dayOld === null || others.length + 1 < COMPARED) return { ...post, value: null };
    const passed = others.filter((other) => (other.dayOld ?? 0) <= dayOld).length;
    return { ...post, value: (100 * passed) / others.length };
  });
  const known = (some: typeof valued) => some.flatMap(({ value }) => value ?? []);
  const cellOf = (at: { weekday?: number; hour?: number }): Cell => {
    const own = valued.filter((post) => isAt(post, at));
    const values = known(own);
    const enough = values.length >= FEWEST;
    return {
      ...at,
      posts: own.length,
      measured: values.length,
      value: enough ? median(values) : null,
      reason: enough ? null : "no evidence",
    };
  };
  const best = (cells: Cell[]) => {
    const able = cells.filter(({ measured }) => measured >= ENOUGH);
    const [lead] = able.toSorted(
      (a, b) => (b.value ?? 0) - (a.value ?? 0) || b.measured - a.measured,
    );
    if (!lead) return null;
    const own = known(valued.filter((post) => isAt(post, lead))).sort((a, b) => a - b);
    const rest = known(valued.filter((post) => !isAt(post, lead)));
    const edge = medianRank(own.length);
    const middle = median(rest);
    if (middle === null || rest.length < ENOUGH) return null;
    const above = own.filter((value) => value > middle).length;
    if (able.length * byChance(above, own.length) > 0.05) return null;
    return {
      weekday: lead.weekday ?? null,
      hour: lead.hour ?? null,
      measured: lead.measured,
      value: lead.value,
      low: own[edge - 1],
      high: own[own.length - edge],
      above,
      tried: able.length,
      rest: middle,
      rest_measured: rest.length,
    };
  };
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const cells = weekdays.flatMap((weekday) => hours.map((hour) => cellOf({ weekday, hour })));
  const told = {
    cells,
    weekdays: weekdays.map((weekday) => cellOf({ weekday })),
    hours: hours.map((hour) => cellOf({ hour })),
  };
  const isYoung = (post: TimedPost) => nowMs - (post.publishedMs ?? 0) < DAY_MS;
  const unknown = valued.filter(({ value }) => value === null);
  const views = measure === "views";
  return {
    ...told,
    posts: posts.length,
    measured: known(valued).length,
    best: best(told.cells),
    best_weekday: best(told.weekdays),
    best_hour: best(told.hours),
    left_out: {
      too_young: unknown.filter((post) => views && post.dayOld === null && isYoung(post)).length,
      not_measured: unknown.filter((p) => !views || (p.dayOld === null && !isYoung(p))).length,
      too_few_alike: unknown.filter((post) => views && post.dayOld !== null).length,
    },
  };
}

function isAt(
  post: { weekday: number; hour: number },
  at: { weekday?: number | undefined; hour?: number | undefined },
) {
  return (at.weekday ?? post.weekday) === post.weekday && (at.hour ?? post.hour) === post.hour;
}

/** How likely so many heads, or more, of n coins are. */
function byChance(heads: number, n: number) {
  let ways = 1;
  let likely = 0;
  for (let k = 0; k <= n; k++) {
    if (k >= heads) likely += ways / 2 ** n;
    ways = (ways * (n - k)) / (k + 1);
  }
  return likely;
}

/** The place l whose l-th lowest and l-th highest of n values hold the median in 95 % of samples. */
function medianRank(n: number) {
  let chance = 0.5 ** n;
  let below = 0;
  let place = 0;
  while (below + chance <= 0.025) {
    below += chance;
    place += 1;
    chance = (chance * (n - place + 1)) / place;
  }
  return Math.max(1, place);
}
