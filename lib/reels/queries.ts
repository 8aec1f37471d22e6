import "server-only";
import { z } from "zod";
import { type CohortFilter, cohortId } from "@/lib/reels/cohort-id";
import { pointTuple, type ReelPoints } from "@/lib/reels/point";
import { type ReelAnswer, reelAnswer, reelChoices } from "@/lib/reels/reel";
import { type ReelFilter, WINDOWS } from "@/lib/reels/schema";
import type { Scope } from "@/lib/supabase/server";
import { shareNext } from "@/lib/supabase/share-next";
import { unwrap } from "@/lib/supabase/unwrap";

type Slice = { offset: number; limit: number; min_cohort?: number };

/** A slice of the cohort's short videos in the filter's order, with what the filter leaves summed up. */
export async function listReels(scope: Scope, query: ReelFilter, slice: Slice) {
  const { offset, limit, min_cohort } = slice;
  const args = {
    ...cohortArguments(scope, query),
    sort: query.sort,
    descending: query.order === "desc",
    skip: offset,
    take: limit,
    ...(min_cohort !== undefined && { smallest: min_cohort }),
  };
  const question = `reel_performance ${JSON.stringify(args)}`;
  const answer = await shareNext(scope.db, question, async () =>
    reelAnswer.parse(unwrap(await scope.db.rpc("reel_performance", args))),
  );
  return withId(query, answer);
}

/** Where one post stands in the window of so many days, and in which cohort; null when it is not in it. */
export async function getStanding({ db, workspaceId }: Scope, post: number, days: 7 | 30 | 90) {
  const filter = { post };
  const answer = await db.rpc("reel_performance", {
    workspace: workspaceId,
    days,
    filter,
    take: 1,
  });
  const { cohort, items } = reelAnswer.parse(unwrap(answer));
  return items[0] ? { reel: items[0], cohort } : null;
}
export type Standing = NonNullable<Awaited<ReturnType<typeof getStanding>>>;

const drawn = z.object({
  ends_at: z.string(),
  ranked: z.number(),
  unranked: z.number(),
  sampled_out: z.number(),
  in_zone: z.number(),
  breakouts: z.number(),
  points: z.array(pointTuple),
});

/** What the scatter draws of what the filter leaves. */
export async function getReelPoints(scope: Scope, query: ReelFilter, min_cohort?: number) {
  const args = cohortArguments(scope, query);
  const smallest = min_cohort === undefined ? {} : { smallest: min_cohort };
  const answer = await scope.db.rpc("reel_points", { ...args, ...smallest });
  const { ends_at: endsAt, ...told } = drawn.parse(unwrap(answer));
  const id = cohortId({ days: args.days, endsAt, filter: askedFilter(query) });
  const points: ReelPoints = told;
  return { cohort: { id, window: `${args.days}d`, ends_at: endsAt }, ...points };
}

/** What the cohort can be filtered by, and how many of its window have no views. */
export async function getReelChoices(scope: Scope, query: ReelFilter) {
  const { filter: _, ...args } = cohortArguments(scope, query);
  return reelChoices.parse(unwrap(await scope.db.rpc("reel_choices", args)));
}

/** Which short videos are listed: those of the id, when one was given. */
export function askedFilter(query: ReelFilter): CohortFilter {
  if (query.cohort) return query.cohort.filter;
  const { window: _, cohort: __, sort: ___, order: ____, ...filter } = query;
  return filter;
}

function cohortArguments({ workspaceId }: Scope, query: ReelFilter) {
  const { sample, ...filter } = askedFilter(query);
  return {
    // Generated types know no null for a parameter; the samples are in no workspace.
    workspace: (sample ? null : workspaceId) as string,
    days: query.cohort?.days ?? WINDOWS[query.window],
    ...(query.cohort && { as_of: query.cohort.endsAt }),
    filter: Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined && value !== false),
    ) as Record<string, string | number | true>,
  };
}

function withId(query: ReelFilter, answer: ReelAnswer) {
  const { days, ends_at: endsAt } = answer.cohort;
  const id = cohortId({ days, endsAt, filter: askedFilter(query) });
  return { ...answer, cohort: { id, ...answer.cohort } };
}
export type ReelList = ReturnType<typeof withId>;
