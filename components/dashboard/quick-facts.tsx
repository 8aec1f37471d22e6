import type { ReactNode } from "react";
import { Channels } from "@/components/dashboard/channels";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { AccountState } from "@/lib/accounts/queries";

/** What is counted, where it comes from, and who can see it. */
export function QuickFacts({ accounts }: { accounts: AccountState[] }) {
  return (
    <Panel>
      <PanelHead title="Quick facts" sub="How this workspace is measured, and who can see it" />
      <dl className="grid gap-px overflow-hidden rounded-b-[9px] border-t bg-line sm:grid-cols-2 lg:grid-cols-4">
        <Fact label="Windows" value="7, 30 and 90 days">
          By when a video was published. What posts gained is compared over the same three.
        </Fact>
        <Fact label="Signals" value="Velocity, engagement, views">
          Each as a percentile within its platform and window. The outlier factor sets a video’s
          views against its author’s others at the same age, or against this workspace’s of the
          platform where these are too few.
        </Fact>
        <Fact label="Channels">
          <Channels accounts={accounts} />
        </Fact>
        <Fact label="Security" value="Each workspace to itself">
          The database hides a workspace’s rows from all who are not its members (row level
          security). Tokens of accounts are encrypted, with a key that the database never sees.
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ label, value, children }: { label: string; value?: string; children: ReactNode }) {
  return (
    <div className="bg-panel px-3.5 py-3 md:px-4 md:pb-3.5">
      <dt className="mb-1 text-ink-2">{label}</dt>
      {value && <dd className="mb-1 text-md font-strong">{value}</dd>}
      <dd className={value ? "max-w-prose text-xs/[18px] text-ink-2" : undefined}>{children}</dd>
    </div>
  );
}
