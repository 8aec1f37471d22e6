import type { Supabase } from "../../support/supabase.ts";

/** What is derived of each measured post of a workspace to compare it: an age, the facts that are scored, and a score in a kept cohort. */
export async function fillCohort({ sql }: Supabase, workspaceId: string) {
  await sql(
    `insert into public.post_ages (workspace_id, post_id, definition, is_simulated, hours, views, is_interpolated, known_at)
     select workspace_id, post_id, definition, is_simulated, 24, views, false, captured_at from public.post_latest where workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `insert into private.reel_facts (post_id, workspace_id, part, published_at, known_at, views, views_per_hour, engagement_rate, is_whole)
     select post_id, workspace_id, 1, captured_at, captured_at, views, views, 0, false from public.post_latest where workspace_id = $1
     on conflict do nothing`,
    [workspaceId],
  );
  await sql(
    `with cohort as (
       insert into private.cohorts (workspace_id, days, as_of, filled_at, fill_ms, summary) values ($1, 90, now(), now(), 1, '{}'))
     insert into private.cohort_scores (workspace_id, days, post_id, part, n, engagement_n, views, views_per_hour,
       engagement_rate, is_whole, views_percentile, velocity_percentile, part_median, is_iqr_outlier)
     select workspace_id, 90, post_id, 1, 1, 1, views, 1, 1, true, 100, 100, 1, false from public.post_latest where workspace_id = $1`,
    [workspaceId],
  );
}
