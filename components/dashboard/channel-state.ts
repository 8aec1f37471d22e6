import type { AccountState } from "@/lib/accounts/queries";

export const CHANNEL_WORDS = {
  connected: "Connected",
  partly: "Connected in part",
  needs_reconnect: "Needs reconnect",
  disabled: "Not measured",
  none: "Not connected",
};

/** What the accounts of one platform come to. A disconnected one is no connection any more. */
export function channelState(statuses: AccountState["status"][]): keyof typeof CHANNEL_WORDS {
  const lost = statuses.includes("needs_reconnect");
  if (statuses.includes("connected")) return lost ? "partly" : "connected";
  if (lost) return "needs_reconnect";
  return statuses.includes("disabled") ? "disabled" : "none";
}
