import "server-only";
import { AppError } from "@/lib/errors";
import type { SamplePlan } from "@/lib/samples/plan";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** What this workspace was made from; null when it is no sample. */
export async function findSample({ db, workspaceId }: Scope): Promise<SamplePlan | null> {
  const found = unwrap(
    await db
      .from("samples")
      .select("seed, users, posts, hashtags, made_for")
      .eq("workspace_id", workspaceId)
      .maybeSingle(),
  );
  if (!found) return null;
  const { made_for, ...plan } = found;
  return { ...plan, now: Math.floor(Date.parse(made_for) / 1000) };
}

/** The same, where only a sample workspace makes sense. */
export async function getSample(scope: Scope) {
  const plan = await findSample(scope);
  if (plan) return plan;
  throw new AppError(
    "conflict",
    `${scope.workspaceName} is no sample workspace: made-up rows come only into one of their own. Make one with seed.`,
  );
}
