import "server-only";
import { env } from "@/lib/env";
import { accountPlatform } from "@/lib/platforms/account-registry";
import { budgetOf } from "@/lib/platforms/call-report";
import { ACCOUNT_KINDS } from "@/lib/platforms/connected";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";

/** Everything that can be measured here, as `claim_units` takes it. */
export function claimableSources() {
  const accounts = ACCOUNT_KINDS.map((kind) => {
    const choice = accountPlatform(kind, env());
    if (choice.kind === "unavailable") return { key: kind, unavailable: choice.detail };
    const { batchSize, callsFor, limits, simulated } = choice.platform;
    return {
      key: kind,
      batch_size: batchSize,
      calls_one: callsFor(1),
      calls_full: callsFor(batchSize),
      simulated,
      app: budgetOf(limits.app),
      account: budgetOf({ ...limits.account, credential: "" }),
    };
  });
  const everybody = PLATFORM_IDS.map((platform) => {
    const choice = sourceFor(platform, env());
    const key = `public_${platform}`;
    if (choice.kind === "unavailable") return { key, unavailable: choice.detail };
    const { batchSize, limits, simulated } = choice.source;
    return {
      key,
      batch_size: batchSize,
      calls_one: 1,
      calls_full: 1,
      simulated,
      app: budgetOf(limits),
    };
  });
  return [...accounts, ...everybody];
}
