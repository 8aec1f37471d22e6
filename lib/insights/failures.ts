import "server-only";
import { AppError } from "@/lib/errors";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** What has to be mended here before asking again helps. */
const NOT_READY = ["not_configured", "needs_account", "needs_reconnect"];

/** By provider, what a run that has ended failed of. */
export async function failuresOf({ db, workspaceId }: Scope, runId: string, postIds: number[]) {
  const [units, gone] = await Promise.all([
    db
      .from("refresh_units")
      .select("platform, error_code, error_detail")
      .eq("workspace_id", workspaceId)
      .eq("run_id", runId)
      .order("id"),
    db
      .from("account_posts")
      .select("gone_detail, posts (platform)")
      .eq("workspace_id", workspaceId)
      .in("post_id", postIds)
      .not("gone_at", "is", null),
  ]);
  const failures = new Map<PlatformId, AppError>();
  for (const { gone_detail, posts } of unwrap(gone)) {
    failures.set(posts.platform, failure(posts.platform, "not_found", gone_detail));
  }
  for (const { platform, error_code, error_detail } of unwrap(units)) {
    if (error_code) failures.set(platform, failure(platform, error_code, error_detail));
  }
  return failures;
}

/** When a run has neither a snapshot nor a word about a provider. */
export function silence(provider: PlatformId) {
  return failure(provider, "provider_error", null);
}

function failure(provider: PlatformId, code: string, detail: string | null) {
  const name = PLATFORM_NAMES[provider];
  if (code === "cancelled") {
    return new AppError("conflict", `Measuring the ${name} post was cancelled. Ask for it again.`);
  }
  if (NOT_READY.includes(code)) {
    const next = code === "needs_reconnect" ? " Reconnect the account." : "";
    return new AppError("not_ready", `${detail ?? `${name} needs a connected account.`}${next}`);
  }
  const sentence = detail ?? "It gave no usable answer.";
  return new AppError("upstream_failed", `${name} did not give this post's numbers. ${sentence}`);
}
