import { explainRunTrouble } from "@/components/accounts/run-trouble";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ListedRun } from "@/lib/refresh/queries";

export type RunError = ListedRun["errors"][number];

/** Whose trouble it was, why, and what to do. Null: nothing went wrong, it was done on purpose. */
export function explainRunError(error: RunError): { whose: string; sentence: string } | null {
  const { account, platform, code, detail, status } = error;
  const name = PLATFORM_NAMES[platform];
  const whose = account === null ? `${name}, public posts` : `${name}, ${account}`;
  if (code === "needs_reconnect") {
    return {
      whose,
      sentence: `${detail ?? "The sign-in is no longer good."} Reconnect it on the accounts page.`,
    };
  }
  if (code === "not_found") {
    return {
      whose,
      sentence: `${detail ?? "A post is not found, or private."} It may have been removed; its history is kept.`,
    };
  }
  // A source that works on it has not failed of anything.
  if (code === "pending") return null;
  const sentence = explainRunTrouble({ code, detail }, platform);
  if (sentence === null) return null;
  return { whose, sentence: status === "done" ? `Of single posts: ${sentence}` : sentence };
}
