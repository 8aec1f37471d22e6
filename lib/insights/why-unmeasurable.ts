import "server-only";
import { env } from "@/lib/env";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

type Posted = { provider: PlatformId; post_id: number };

/** By provider, why its post cannot be measured and what to connect. Who can be measured is left out. */
export async function whyUnmeasurable({ db, workspaceId }: Scope, posted: Posted[]) {
  const covered = unwrap(
    await db
      .from("account_posts")
      .select("post_id, account_id")
      .eq("workspace_id", workspaceId)
      .in(
        "post_id",
        posted.map(({ post_id }) => post_id),
      ),
  );
  const accounts = unwrap(
    await db
      .from("accounts")
      .select("id, platform, name, status")
      .eq("workspace_id", workspaceId)
      .in(
        "platform",
        posted.map(({ provider }) => provider),
      )
      .order("id"),
  );
  const reasons = new Map<PlatformId, string>();
  for (const { provider, post_id } of posted) {
    const accountId = covered.find((each) => each.post_id === post_id)?.account_id;
    const own = accounts.find(({ id }) => id === accountId);
    if (own?.status === "connected") continue;
    const source = sourceFor(provider, env());
    if (source.kind === "ready") continue;
    if (own) {
      reasons.set(provider, `${own.name} measures this post and ${STATES[own.status]}`);
      continue;
    }
    const connected = accounts.filter(
      (account) => account.platform === provider && account.status === "connected",
    );
    const name = PLATFORM_NAMES[provider];
    reasons.set(
      provider,
      connected.length > 0
        ? `No connected ${name} account has listed this post (${connected.map((account) => account.name).join(", ")}). Refresh the account that published it, which finds its posts of the last 30 days, or connect that account.`
        : `No ${name} account is connected, and there is no public source for its posts. ${source.detail} Connect the ${name} account that published it.`,
    );
  }
  return reasons;
}

const STATES = {
  connected: "is connected.",
  needs_reconnect: "has to be connected again. Reconnect it.",
  disabled: 'is switched off. Choose "Measure" for it.',
  disconnected: "was disconnected. Connect it again.",
};
