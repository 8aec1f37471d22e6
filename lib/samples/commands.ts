import "server-only";
import { z } from "zod";
import { forgetAnswers } from "@/lib/answers/cached-answer";
import type { SampleBatch } from "@/lib/samples/batch";
import { freshPosts, samplePeople, samplePosts } from "@/lib/samples/generate";
import { getSample } from "@/lib/samples/queries";
import type { newSample, samplePart, sampleRefresh } from "@/lib/samples/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const created = z.object({ workspace_id: z.uuid(), name: z.string() });
const stored = z.object({
  people: z.number(),
  posts: z.number(),
  comments: z.number(),
  engagements: z.number(),
});

/** Makes an empty sample workspace, which the caller owns. Their active workspace stays. */
export async function createSample({ db }: Scope, { now, ...plan }: z.output<typeof newSample>) {
  const answer = created.parse(
    unwrap(await db.rpc("create_sample", { plan: { ...plan, made_for: now } })),
  );
  return { ...answer, ...plan, now };
}

/** Makes a part of the sample's rows and stores them. Safe to repeat. */
export async function fillSample(scope: Scope, { part, from, take }: z.output<typeof samplePart>) {
  const plan = await getSample(scope);
  const make = part === "people" ? samplePeople : samplePosts;
  return store(scope, make(plan, from, take));
}

/** Adds posts of now, beyond those that are there. */
export async function refreshSample(scope: Scope, { posts }: z.output<typeof sampleRefresh>) {
  const { db, workspaceId } = scope;
  const plan = await getSample(scope);
  const known = await db
    .from("posts")
    .select("id", { count: "exact", head: true })
    .eq("workspace_id", workspaceId);
  if (known.count === null) throw new Error(`counting posts: ${known.error?.message}`);
  const now = Math.floor(Date.now() / 1000);
  return store(scope, freshPosts({ ...plan, now }, Math.max(plan.posts, known.count), posts));
}

async function store(scope: Scope, batch: SampleBatch) {
  const answer = await scope.db.rpc("import_samples", { workspace: scope.workspaceId, batch });
  const done = stored.parse(unwrap(answer));
  await forgetAnswers(scope);
  return done;
}

/** Removes a piece of a sample workspace, in the end itself. Says how many posts remain. */
export async function removeSample({ db, workspaceId }: Scope, take: number) {
  const remaining = unwrap(await db.rpc("remove_sample", { workspace: workspaceId, take }));
  return { remaining_posts: remaining, removed: remaining === 0 };
}
