// What a period beside the one before it is, in plain words and without a database.
import { dayOf, type Post, plainTrend, type Snapshot } from "../rollups/plain-trend.ts";
import type { Said, Told } from "./periods-world.ts";

const DAY_MS = 86_400_000;

export const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** "2025-10-26 02:30:00": sorts as it reads. */
const wall = (ms: number, zone: string) =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(ms);

type Asked = { zone: string; from: string; until: string; platform?: string; nowMs: number };
type World = {
  posts: Post[];
  snapshots: Snapshot[];
  told: Told[];
  said: Said[];
  /** When the first comment was collected. */
  saidFromMs: number;
};
export type PlainRow = {
  key: string;
  value: string | null;
  compared: string | null;
  previous: string | null;
  reason: string | null;
};

/** The lines of a report of periods: counts up to now, gains of whole days. */
export function plainPeriods(
  { posts, snapshots, told, said, saidFromMs }: World,
  asked: Asked,
): PlainRow[] {
  const { zone, from, until, platform, nowMs } = asked;
  const days = Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
  const today = dayOf(nowMs, zone);
  const isRunning = today >= from && today <= until;
  const among = posts.filter((post) => platform === undefined || post.platform === platform);
  const now = wall(nowMs, zone);
  const sameTimeBefore = `${dayAfter(today, -days)}${now.slice(10)}`;

  const periods = [
    (ms: number) => ms < nowMs && dayOf(ms, zone) >= from && dayOf(ms, zone) <= until,
    (ms: number) =>
      dayOf(ms, zone) >= dayAfter(from, -days) &&
      dayOf(ms, zone) < from &&
      (!isRunning || wall(ms, zone) < sameTimeBefore),
  ];
  const key = (author: string | null, post: Post | undefined) =>
    author === null ? [] : `${post?.platform} ${author.toLowerCase()}`;
  const within = (isIn: (ms: number) => boolean) => {
    const published = among.filter((p) => p.publishedMs !== null && isIn(p.publishedMs));
    const of = (post: Post) => told[posts.indexOf(post)];
    const comments = said.flatMap((each) => {
      const post = among.find((one) => one.key === each.post);
      return post && each.publishedMs !== null && isIn(each.publishedMs) ? [{ ...each, post }] : [];
    });
    return {
      posts: published.length,
      people: new Set(published.flatMap((post) => key(of(post)?.author ?? null, post))).size,
      tags: new Set(published.flatMap((p) => of(p)?.tags.map((tag) => tag.toLowerCase()) ?? []))
        .size,
      comments: comments.length,
      commenters: new Set(comments.flatMap(({ author, post }) => key(author, post))).size,
    };
  };
  const [current, before] = periods.map(within);
  if (!current || !before) throw new Error("There are two periods.");
  const counted = (name: keyof typeof current, value: boolean, why: string | null): PlainRow => ({
    key: name,
    value: value ? String(current[name]) : null,
    compared: why === null ? String(current[name]) : null,
    previous: why === null ? String(before[name]) : null,
    reason: why,
  });
  const untold = (people: "people" | "commenters", things: "posts" | "comments") => {
    const missing = [current, before].map((each) => each[people] === 0 && each[things] > 0);
    return { known: !missing[0], why: missing.some(Boolean) ? "people_not_told" : null };
  };
  const began = (ms: number) => {
    const last = isRunning ? dayAfter(today, -days) : dayAfter(from, -1);
    return whyNotCounted(dayOf(ms, zone), dayAfter(from, -days), last);
  };
  const whyNotPosts = began(Math.min(...snapshots.map(({ capturedMs }) => capturedMs)));
  const whyNotComments = began(saidFromMs);
  const [people, commenters] = [untold("people", "posts"), untold("commenters", "comments")];
  const gain = (metric: "views" | "likes") => {
    const range = (first: string) => {
      const all = Array.from({ length: days }, (_, n) => dayAfter(first, n));
      return plainTrend(among, snapshots, { zone, metric, days: all }).map(({ gain }) => gain);
    };
    const [own, earlier] = [range(from), range(dayAfter(from, -days))];
    const isWhole = (_: unknown, n: number) => dayAfter(from, n) < today;
    return { all: sum(own), compared: own.filter(isWhole), previous: earlier.filter(isWhole) };
  };
  return [
    counted("posts", true, whyNotPosts),
    gainRow("views_gained", gain("views")),
    gainRow("engagements_gained", gain("likes")),
    counted("comments", true, whyNotComments),
    counted("commenters", commenters.known, commenters.why ?? whyNotComments),
    counted("people", people.known, people.why ?? whyNotPosts),
    counted("tags", true, whyNotPosts),
  ];
}

/** A count stands beside that of other days where these were watched, but for a tenth. */
export function whyNotCounted(began: string, from: string, until: string) {
  if (began > until) return "not_measured_before";
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / DAY_MS;
  return days(from, began) > 0.1 * (days(from, until) + 1) ? "measured_less_before" : null;
}

function sum(gains: (string | null)[]) {
  const known = gains.filter((gain) => gain !== null);
  return known.length > 0 ? String(known.reduce((all, gain) => all + Number(gain), 0)) : null;
}

type Gain = { all: string | null; compared: (string | null)[]; previous: (string | null)[] };

function gainRow(key: string, { all, compared, previous }: Gain): PlainRow {
  const [now, then] = [compared, previous].map((days) => days.filter((day) => day !== null).length);
  if (now === undefined || then === undefined) throw new Error("There are two periods.");
  const reason =
    all === null
      ? "not_measured"
      : now === 0
        ? "still_running"
        : then === 0
          ? "not_measured_before"
          : then < 0.9 * now
            ? "measured_less_before"
            : now < 0.9 * then
              ? "measured_less_now"
              : null;
  const comparable = reason === null;
  return {
    key,
    value: all,
    compared: comparable ? sum(compared) : null,
    previous: comparable ? sum(previous) : null,
    reason,
  };
}
