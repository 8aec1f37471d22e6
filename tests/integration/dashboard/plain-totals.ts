// What a period brought beside other days, in plain words and without a database.
import { dayAfter, whyNotCounted } from "../reports/plain-periods.ts";
import { dayOf, type Post, plainTrend, type Snapshot } from "../rollups/plain-trend.ts";

const DAY_MS = 86_400_000;

export type Asked = {
  zone: string;
  from: string;
  until: string;
  before: Days | null;
  nowMs: number;
};
type Days = { from: string; until: string };
export type PlainTotals = {
  views: Gain & { reason: string | null };
  engagements: Gain & { reason: string | null };
  posts: { value: string; previous: string | null };
  platforms: ({ platform: string; value: string | null } & Pick<Gain, "previous">)[];
  days: { day: string; views: string | null; posts: number }[];
};
type Gain = { value: string | null; compared: string | null; previous: string | null };

/** Gains of whole days beside as many, posts up to now beside the same elapsed part. */
export function plainTotals(
  { posts, snapshots }: { posts: Post[]; snapshots: Snapshot[] },
  { zone, from, until, before, nowMs }: Asked,
): PlainTotals {
  const today = dayOf(nowMs, zone);
  const running = today >= from && today <= until;
  const own = range(from, until < today ? until : today);
  const whole = own.filter((day) => day < today);
  const earlier = before ? range(before.from, before.until) : [];
  const compared = running ? earlier.slice(0, whole.length) : earlier;

  const gain = (metric: "views" | "likes", platform?: string) => {
    const among = posts.filter((post) => platform === undefined || post.platform === platform);
    const days = (of: string[]) =>
      plainTrend(among, snapshots, { zone, metric, days: of }).map((each) => each.gain);
    return judged(days(own), days(whole), before && days(compared));
  };
  const views = plainTrend(posts, snapshots, { zone, metric: "views", days: own });
  const shift = before ? daysFrom(before.from, from) : 0;
  const published = (isIn: (day: string, ms: number) => boolean) =>
    posts.filter(({ publishedMs: ms }) => ms !== null && isIn(dayOf(ms, zone), ms)).length;
  const seen = Math.min(...snapshots.map(({ capturedMs }) => capturedMs));
  const sameDayBefore = before && running ? dayAfter(today, -shift) : before?.until;
  const isWatched =
    before && sameDayBefore !== undefined
      ? whyNotCounted(
          dayOf(seen, zone),
          before.from,
          [sameDayBefore, before.until].toSorted()[0] ?? "",
        ) === null
      : false;
  const sameTimeBefore = wall(nowMs, zone, -shift);
  return {
    views: gain("views"),
    engagements: gain("likes"),
    posts: {
      value: String(published((day, ms) => day >= from && day <= until && ms < nowMs)),
      previous:
        before === null || !isWatched
          ? null
          : String(
              published(
                (day, ms) =>
                  day >= before.from &&
                  day <= before.until &&
                  (!running || wall(ms, zone, 0) < sameTimeBefore),
              ),
            ),
    },
    platforms: ["tiktok", "youtube"].map((platform) => {
      const { value, previous, reason } = gain("views", platform);
      return { platform, value, previous: reason === null ? previous : null };
    }),
    days: own.map((day, at) => ({
      day,
      views: views[at]?.gain ?? null,
      posts: published((of, ms) => of === day && ms < nowMs),
    })),
  };
}

function judged(own: Known[], whole: Known[], before: Known[] | null) {
  const [now, then] = [count(whole), count(before ?? [])];
  const value = sum(own);
  const reason =
    value === null
      ? "not_measured"
      : before === null
        ? "not_asked"
        : now === 0
          ? "still_running"
          : then === 0
            ? "not_measured_before"
            : then < 0.9 * now
              ? "measured_less_before"
              : now < 0.9 * then
                ? "measured_less_now"
                : null;
  const fair = reason === null;
  return {
    value,
    compared: fair ? sum(whole) : null,
    previous: fair && before ? sum(before) : null,
    reason,
  };
}

type Known = string | null;
const count = (gains: Known[]) => gains.filter((gain) => gain !== null).length;
const sum = (gains: Known[]) =>
  count(gains) > 0 ? String(gains.reduce((all, gain) => all + Number(gain ?? 0), 0)) : null;

function range(from: string, until: string) {
  return Array.from({ length: Math.max(0, daysFrom(from, until) + 1) }, (_, n) =>
    dayAfter(from, n),
  );
}
const daysFrom = (from: string, until: string) =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);

/** What the clock on the wall shows, so many days later; sorts as it reads. */
function wall(ms: number, zone: string, days: number) {
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  })
    .format(ms)
    .split(" ");
  return `${dayAfter(day, days)} ${time}`;
}
