import { explainRunTrouble } from "@/components/accounts/run-trouble";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ListedRun } from "@/lib/refresh/queries";

export type RunError = ListedRun["errors"][number];

export type RunTrouble = {
  whose: string;
  sentence: string;
  /** Nothing is lost: the piece is tried again in this run. */
  waits: boolean;
};

/** Whose trouble it was, why, and what to do. Null: nothing went wrong, it was done on purpose. */
export function explainRunError(error: RunError): RunTrouble | null {
  const { account, platform, code, detail, status } = error;
  const name = PLATFORM_NAMES[platform];
  const waits = status === "queued" || status === "running";
  const whose = account === null ? `${name}, public posts` : `${name}, ${account}`;
  if (code === "needs_reconnect") {
    return {
      whose,
      waits,
      sentence: `${detail ?? "The sign-in is no longer good."} Reconnect it on the accounts page.`,
    };
  }
  if (code === "not_found") {
    return {
      whose,
      waits,
      sentence: `${detail ?? "A post is not found, or private."} It may have been removed; its history is kept.`,
    };
  }
  // A source that works on it has not failed of anything.
  if (code === "pending") return null;
  const sentence = explainRunTrouble({ code, detail }, platform);
  if (sentence === null) return null;
  return { whose, waits, sentence: status === "done" ? `Of single posts: ${sentence}` : sentence };
}
