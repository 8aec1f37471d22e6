import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";
import type { AccountPost } from "./accounts.ts";
import { answer } from "./answer.ts";
import { withFaults } from "./fault-answers.ts";
import { accountPostOf, type Post, postOf } from "./posts.ts";
import type { State } from "./state.ts";
import { analystOf } from "./youtube-access.ts";
import { youtubeError, youtubeWording } from "./youtube-errors.ts";

const DAY_MS = 86_400_000;
/** Days that are not processed yet. */
const LAG_DAYS = 2;
const MAX_VIDEOS = 500;

/** What a report can count, from a post's counts at a moment. */
const METRICS: Record<string, (post: Post) => number> = {
  views: ({ counts }) => Number(counts.views),
  engagedViews: ({ counts }) => Math.floor(Number(counts.views) * 0.7),
  estimatedMinutesWatched: (post) => Math.floor((Number(post.counts.views) * watched(post)) / 60),
  likes: ({ counts }) => counts.likes,
  comments: ({ counts, commentsOff }) => (commentsOff ? 0 : counts.comments),
  shares: ({ counts }) => counts.shares,
  subscribersGained: ({ counts }) => Math.floor(counts.likes / 20),
};

const asked = z.object({
  ids: z.string().regex(/^channel==(MINE|UC[\w-]+)$/),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  metrics: z.string().transform((list) => list.split(",")),
  dimensions: z.enum(["day", "video"]).optional(),
  filters: z
    .string()
    .regex(/^video==[\w,-]+$/)
    .transform((filter) => filter.slice("video==".length).split(","))
    .optional(),
});

type Report = z.output<typeof asked>;

/** YouTube Analytics for the owner of a channel: tables of what its videos gained, two days behind. */
export function youtubeAnalyticsRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use(withFaults(state, "youtube_analytics", youtubeWording));

  routes.get("/reports", ({ req }) => {
    const caller = analystOf(state, req);
    if ("status" in caller) return answer(caller);
    const read = asked.safeParse(req.query());
    if (!read.success) return answer(badReport(z.prettifyError(read.error)));
    const { ids, metrics, filters = [], dimensions } = read.data;
    const { retiredMetrics } = state.settings;
    const unknown = metrics.find(
      (name) =>
        (!METRICS[name] && name !== "averageViewDuration") ||
        retiredMetrics.includes(`youtube_analytics.${name}`),
    );
    if (unknown)
      return answer(badReport(`Unknown identifier (${unknown}) given in field metrics.`));
    if (filters.length > MAX_VIDEOS) return answer(badReport("Too many videos in the filter."));
    const [channel] = caller.token.accounts;
    if (!channel || (ids !== "channel==MINE" && ids !== `channel==${channel.id}`)) {
      return answer(youtubeError(403, "forbidden", "Forbidden"));
    }
    const own = state.book
      .postsOf(channel, state.world.now())
      .filter(({ id }) => filters.length === 0 || filters.includes(id))
      .filter((post) => accountPostOf(state, post).state === "public");
    const rows = rowsOf(state, read.data, own);
    const columns = [...(dimensions ? [dimensions] : []), ...metrics];
    const body = {
      kind: "youtubeAnalytics#resultTable",
      columnHeaders: columns.map((name) => ({
        name,
        columnType: name === dimensions ? "DIMENSION" : "METRIC",
        dataType: name === dimensions ? "STRING" : "INTEGER",
      })),
      ...(rows.length > 0 && { rows }),
    };
    return answer({ status: 200, body });
  });

  return routes;
}

function rowsOf(state: State, report: Report, posts: AccountPost[]) {
  const today = Math.floor(state.world.now() / DAY_MS) * DAY_MS;
  const from = Date.parse(report.startDate);
  const until = Math.min(Date.parse(report.endDate) + DAY_MS, today - (LAG_DAYS - 1) * DAY_MS);
  const row = (of: AccountPost[], [start, end]: [number, number]) =>
    rowOf(state, report.metrics, of, start, end);
  if (until <= from) return [];
  switch (report.dimensions) {
    case "video":
      return posts.flatMap((post) => {
        const values = row([post], [from, until]);
        return values ? [[post.id, ...values]] : [];
      });
    case "day":
      return Array.from({ length: (until - from) / DAY_MS }, (_, at) => from + at * DAY_MS).flatMap(
        (day) => {
          const values = row(posts, [day, day + DAY_MS]);
          return values ? [[new Date(day).toISOString().slice(0, 10), ...values]] : [];
        },
      );
    default: {
      const values = row(posts, [from, until]);
      return values ? [values] : [];
    }
  }
}

// What posts gained between two moments. Null when nobody looked: then there is no row.
function rowOf(
  { world }: State,
  metrics: string[],
  posts: AccountPost[],
  from: number,
  to: number,
) {
  const gains = posts
    .filter(({ publishedMs }) => publishedMs < to)
    .map(({ id }) => {
      const at = (now: number) => postOf({ ...world, now: () => now }, "youtube", id);
      return { before: at(from), after: at(to) };
    });
  const gained = (name: string) =>
    gains.reduce((sum, { before, after }) => sum + count(name, after) - count(name, before), 0);
  const views = gained("views");
  if (views === 0) return null;
  return metrics.map((name) =>
    name === "averageViewDuration"
      ? Math.round((60 * gained("estimatedMinutesWatched")) / views)
      : gained(name),
  );
}

function count(name: string, post: Post) {
  return METRICS[name]?.(post) ?? 0;
}

/** Seconds that an average viewer stays. */
function watched({ durationSeconds, draw }: Post) {
  return durationSeconds * (0.2 + 0.5 * draw);
}

function badReport(message: string) {
  return youtubeError(400, "badRequest", message, { status: "INVALID_ARGUMENT" });
}
