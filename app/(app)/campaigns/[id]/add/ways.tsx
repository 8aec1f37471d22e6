import { addJobAction } from "@/app/(app)/campaigns/actions";
import { FindPosts } from "@/components/campaigns/find-posts";
import { PickJob } from "@/components/campaigns/pick-job";
import { listAmong } from "@/lib/campaigns/queries";
import { listJobs } from "@/lib/jobs/queries";
import { countPosts, listPosts } from "@/lib/posts/queries";
import { postFilter } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";

const SHOWN = 50;

/** Posts of the workspace, with those that are in the campaign already. */
export async function FindWay({
  scope,
  id,
  search,
}: {
  scope: Scope;
  id: string;
  search: string | undefined;
}) {
  const filter = postFilter.parse({ search });
  const [rows, total] = await Promise.all([
    listPosts(scope, filter, { offset: 0, limit: SHOWN }),
    countPosts(scope, filter),
  ]);
  const among = await listAmong(
    scope,
    id,
    rows.map((row) => row.id),
  );
  const context = { rows, total, among, search, zone: scope.timeZone };
  return <FindPosts campaign={id} {...context} />;
}

/** The newest jobs that found something. */
export async function JobWay({ scope, id }: { scope: Scope; id: string }) {
  const { items } = await listJobs(scope, {}, { offset: 0, limit: SHOWN });
  const jobs = items.filter((job) => job.succeeded_rows > 0);
  const context = { zone: scope.timeZone, now: new Date() };
  return <PickJob campaign={id} jobs={jobs} action={addJobAction} {...context} />;
}
