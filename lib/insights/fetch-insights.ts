import "server-only";
import { AppError } from "@/lib/errors";
import { failuresOf, silence } from "@/lib/insights/failures";
import { endedAnswer, type Fetched, runningAnswer } from "@/lib/insights/fetch-answer";
import { readSnapshots } from "@/lib/insights/queries";
import type { FetchOptions } from "@/lib/insights/schema";
import { whyUnmeasurable } from "@/lib/insights/why-unmeasurable";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import { refreshAndWait } from "@/lib/refresh/commands";
import { getSchedule } from "@/lib/schedules/queries";
import type { ListedSchedule } from "@/lib/schedules/schema";
import type { Scope } from "@/lib/supabase/server";

const PATIENCE_MS = 25_000;

/**
 * Measures what a schedule published, on all providers or on one, unless the current six hours have
 * a snapshot already. Answers with `runId` when it takes too long to wait for.
 */
export async function fetchInsights(
  scope: Scope,
  id: string,
  { force_refresh, provider }: FetchOptions,
  patienceMs = PATIENCE_MS,
) {
  const external = postedReferences(await getSchedule(scope, id), provider);
  const fetched = new Map<PlatformId, Fetched>();
  if (!force_refresh) {
    for (const row of await readSnapshots(scope, id, { provider, take: 1 })) {
      if (row.is_current) fetched.set(row.provider, { kind: "known", row });
    }
  }
  for (const [platform, reason] of await whyUnmeasurable(scope, notIn(fetched, external))) {
    fetched.set(platform, { kind: "failed", error: new AppError("not_ready", reason) });
  }
  const due = notIn(fetched, external);
  if (due.length > 0) {
    const posts = due.map(({ post_id }) => post_id);
    // By force: whether it is due was decided above, by the six hours and not by the minute.
    const run = await refreshAndWait(scope, { posts, force: true }, patienceMs);
    if (run === null) throw new Error("A forced refresh was left out.");
    if (run.status === "running") return runningAnswer(id, provider ?? null, run);
    const [rows, failures] = await Promise.all([
      readSnapshots(scope, id, { provider, take: 1, since: run.slot }),
      failuresOf(scope, run.id, posts),
    ]);
    for (const { provider: platform } of due) {
      const row = rows.find((each) => each.provider === platform);
      const error = failures.get(platform) ?? silence(platform);
      fetched.set(platform, row ? { kind: "new", row } : { kind: "failed", error });
    }
  }
  return endedAnswer(id, fetched);
}

function postedReferences({ status, external }: ListedSchedule, provider: PlatformId | undefined) {
  if (status !== "posted") {
    throw new AppError(
      "not_ready",
      `This schedule is not posted: its state is ${status}. Only what is posted has numbers.`,
    );
  }
  const wanted = external.filter((each) => provider === undefined || each.provider === provider);
  if (wanted.length > 0) return wanted;
  const has = external.map((each) => PLATFORM_NAMES[each.provider]).join(", ");
  throw new AppError(
    "not_ready",
    provider && has
      ? `This schedule has no external reference for ${PLATFORM_NAMES[provider]}; it has one for ${has}.`
      : "This schedule has no external reference: no post is known to measure.",
  );
}

function notIn(fetched: Map<PlatformId, Fetched>, external: ListedSchedule["external"]) {
  return external.filter(({ provider }) => !fetched.has(provider));
}
