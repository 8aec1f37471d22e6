import { CHANNEL_WORDS, channelState } from "@/components/dashboard/channel-state";
import { TextLink } from "@/components/ui/app-link";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { AccountState } from "@/lib/accounts/queries";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const LOOKS: Record<keyof typeof CHANNEL_WORDS, BadgeKind | null> = {
  connected: "ok",
  partly: "partial",
  needs_reconnect: "bad",
  disabled: "plain",
  none: null,
};

/** Each platform, and whether an account of it is connected. */
export function Channels({ accounts }: { accounts: AccountState[] }) {
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {PLATFORM_IDS.map((platform) => {
          const mine = accounts.filter((account) => account.platform === platform);
          const state = channelState(mine.map(({ status }) => status));
          const look = LOOKS[state];
          return (
            <li key={platform} className="flex items-center justify-between gap-2">
              <PlatformMark platform={platform} withName />
              {look ? (
                <Badge kind={look}>{CHANNEL_WORDS[state]}</Badge>
              ) : (
                <span className="text-xs text-muted">{CHANNEL_WORDS[state]}</span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="pt-2 text-xs text-muted">
        See and connect them on the page <TextLink href="/accounts">Accounts</TextLink>.
      </p>
    </>
  );
}
