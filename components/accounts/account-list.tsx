import { AccountRow, COLUMNS, type RowContext } from "@/components/accounts/account-row";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { AccountRight } from "@/lib/accounts/offers";
import type { ListedAccount } from "@/lib/accounts/schema";
import { counted } from "@/lib/format/count";

export type AccountWithRights = ListedAccount & { rights: AccountRight[] };

/** The workspace's accounts: a table by its columns where there is room, blocks on a phone. */
export function AccountList({
  accounts,
  ...context
}: RowContext & { accounts: AccountWithRights[] }) {
  if (accounts.length === 0) {
    return (
      <Panel label="Accounts">
        <EmptyState>
          {context.allowed
            ? "No account is connected yet. Connect one below: its posts of the last 30 days are found by themselves and measured every six hours."
            : "No account is connected yet. A member of this workspace can connect one; you read what it measures."}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <PanelHead title={finding(accounts)} sub="Posts of 30 days, measured every six hours" />
      <div
        aria-hidden="true"
        className={`${COLUMNS} border-b px-4 pb-[7px] text-xs font-medium text-muted max-md:hidden`}
      >
        <span>Account</span>
        <span>State</span>
        <span>Posts</span>
        <span>Followers</span>
        <span>Refreshed</span>
      </div>
      <ul className="max-md:border-t">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} {...context} />
        ))}
      </ul>
    </Panel>
  );
}

function finding(accounts: ListedAccount[]) {
  const count = (status: ListedAccount["status"]) =>
    accounts.filter((account) => account.status === status).length;
  const lost = count("needs_reconnect");
  if (lost > 0) {
    return `${counted(lost, "account needs", "accounts need")} to be reconnected`;
  }
  const measured = count("connected");
  return measured === 0
    ? "No account is measured now"
    : `${counted(measured, "account is", "accounts are")} measured`;
}
