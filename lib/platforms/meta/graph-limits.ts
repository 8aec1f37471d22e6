import type { Platform } from "../connected.ts";
import { credentialName, type PlatformSettings, SIMULATED_CALLS_PER_SECOND } from "../settings.ts";

/** 200 ms between two calls of one account. An operation of a batch is a call. */
const ACCOUNT_CALLS_PER_SECOND = 5;

/** The app's own limit grows with its users: no number here, the usage headers tell how near it is. */
const APP_CALLS_PER_SECOND = 200;

/** `most`: calls of one whole batch, which the budget has to hold at once. */
export function graphLimits(
  provider: "instagram_graph" | "facebook_graph",
  appId: string,
  settings: PlatformSettings,
  most: number,
): Platform["limits"] {
  const simulated = settings.FEATURE_FAKE_INSIGHTS;
  const budget = { dailyQuota: null, quotaZone: "UTC" };
  const account = simulated ? SIMULATED_CALLS_PER_SECOND : ACCOUNT_CALLS_PER_SECOND;
  const app = simulated ? SIMULATED_CALLS_PER_SECOND : APP_CALLS_PER_SECOND;
  return {
    app: {
      provider,
      credential: credentialName(appId, settings),
      callsPerSecond: app,
      burst: Math.max(app, most),
      ...budget,
    },
    account: { provider, callsPerSecond: account, burst: Math.max(account, most), ...budget },
  };
}
