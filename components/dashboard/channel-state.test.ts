import { describe, expect, it } from "vitest";
import { channelState } from "@/components/dashboard/channel-state";

describe("channelState", () => {
  it.each([
    [[], "none"],
    [["disconnected"], "none"],
    [["connected", "connected"], "connected"],
    [["connected", "disabled", "disconnected"], "connected"],
    [["needs_reconnect", "connected"], "partly"],
    [["needs_reconnect", "disabled"], "needs_reconnect"],
    [["disconnected", "disabled"], "disabled"],
  ] as const)("makes of accounts that are %j a channel that is %s", (statuses, state) => {
    expect(channelState([...statuses])).toBe(state);
  });
});
