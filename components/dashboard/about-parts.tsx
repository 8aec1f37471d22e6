import { Areas } from "@/components/dashboard/areas";
import { QuickFacts } from "@/components/dashboard/quick-facts";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import type { AccountState } from "@/lib/accounts/queries";
import type { RecentShorts } from "@/lib/posts/recent-shorts";

/** The three cards. */
export async function AreasPart({
  shorts,
  zone,
  now,
}: {
  shorts: Promise<RecentShorts | null>;
  zone: string;
  now: Date;
}) {
  const found = await shorts;
  if (!found) return <PanelFailed title="Where to look" />;
  return <Areas shorts={found} timeZone={zone} now={now} />;
}

/** The quick facts, with the channels that are connected. */
export async function FactsPart({ accounts }: { accounts: Promise<AccountState[] | null> }) {
  const found = await accounts;
  return found ? <QuickFacts accounts={found} /> : <PanelFailed title="Quick facts" />;
}
