import { accountName } from "@/components/accounts/account-words";
import { goesOn } from "@/components/jobs/wait-words";
import type { ListedAccount } from "@/lib/accounts/schema";
import { counted } from "@/lib/format/count";

type Account = Pick<
  ListedAccount,
  "platform" | "handle" | "name" | "status" | "is_refreshing" | "next_refresh_at"
>;

/** Why a workspace has no post though accounts were connected, and whether somebody has to act. */
export type AwaitedPosts = { kind: "waiting" | "reconnect" | "off"; sentence: string };

/** Null where nothing is connected that could bring posts. */
export function awaitedPosts(accounts: Account[], zone: string, now: Date): AwaitedPosts | null {
  const connected = accounts.filter(({ status }) => status === "connected");
  const are = `${counted(connected.length, "account")} ${connected.length === 1 ? "is" : "are"} connected`;
  if (connected.some(({ is_refreshing }) => is_refreshing)) {
    return {
      kind: "waiting",
      sentence: `No posts yet. ${are}, and the first run is reading their posts now; they appear here by themselves.`,
    };
  }
  if (connected.length > 0) {
    const next = connected.flatMap(({ next_refresh_at: at }) => at ?? []).sort()[0] ?? null;
    return {
      kind: "waiting",
      sentence: `No posts yet. ${are}; the next run looks for their posts of 30 days ${goesOn(next, zone, now)}.`,
    };
  }
  const cut = accounts.find(({ status }) => status === "needs_reconnect");
  if (cut) {
    return {
      kind: "reconnect",
      sentence: `No posts, because ${accountName(cut)} does not let us in any more. Reconnect it, and its posts are found within minutes.`,
    };
  }
  if (accounts.some(({ status }) => status === "disabled")) {
    return {
      kind: "off",
      sentence:
        "No posts yet. The accounts that were connected are switched off, so none is measured.",
    };
  }
  return null;
}
