import type { RunTrouble } from "@/lib/accounts/schema";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

const BY_ITSELF = "It goes on by itself.";

/** What went wrong in an account's last run, why, and what to do. Null: nothing that is not said elsewhere. */
export function explainRunTrouble({ code, detail }: RunTrouble, platform: PlatformId) {
  const name = PLATFORM_NAMES[platform];
  switch (code) {
    // Said by the account's state, or done on purpose.
    case "needs_reconnect":
    case "superseded":
    case "cancelled":
      return null;
    case "rate_limited":
      return `${name} asked us to slow down. ${BY_ITSELF}`;
    case "quota":
      return `${name}'s quota for today is spent. ${BY_ITSELF}`;
    case "permission":
      return `${detail ?? `${name} does not let this account be read.`} Reconnect, and leave every right switched on.`;
    case "not_configured":
      return `${detail ?? `This server is not set up for ${name}.`} Ask who runs it.`;
    case "provider_error":
      return `${detail ?? `${name} gave no usable answer.`} The next run tries again.`;
    default:
      return `${detail ?? "A part of the run broke on our side."} The next run tries again.`;
  }
}
