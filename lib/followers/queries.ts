import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { AppError } from "@/lib/errors";
import { exactNumber } from "@/lib/exact-number";
import { accountFollowers, followerHistory } from "@/lib/followers/schema";
import { dayAfter } from "@/lib/format/days";
import { type PeriodQuery, reportDays } from "@/lib/reports/period";
import type { Scope } from "@/lib/supabase/server";

/** By account id how many follow it, what it was 30 days before, or why that is not told. */
export async function listFollowers({ db, workspaceId }: Scope) {
  const told = await askFor(z.array(accountFollowers), () =>
    db.rpc("list_followers", { workspace: workspaceId }),
  );
  return new Map(told.map((each) => [each.account_id, each]));
}

/** An account's followers over time, for programs: counts are exact JSON numbers. Raises `not_found` for another workspace's. */
export async function getFollowerHistory(scope: Scope, account: string, query: PeriodQuery) {
  const { from, until } = reportDays(query, scope.timeZone);
  const told = await askFor(followerHistory.nullable(), () =>
    scope.db.rpc("follower_history", {
      workspace: scope.workspaceId,
      account,
      from_at: `${from} 00:00 ${scope.timeZone}`,
      until_at: `${dayAfter(until)} 00:00 ${scope.timeZone}`,
    }),
  );
  if (!told) throw new AppError("not_found", "There is no such account in this workspace.");
  const { reason, detail, points, ...account_ } = told;
  return {
    ...account_,
    from,
    until,
    time_zone: scope.timeZone,
    missing_because: reason,
    missing_detail: detail,
    points: points.map(({ is_rounded, is_simulated, followers, ...point }) => ({
      ...point,
      followers: exactNumber(followers),
      rounded: is_rounded,
      simulated: is_simulated,
    })),
  };
}
