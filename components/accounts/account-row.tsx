import { AccountAccess } from "@/components/accounts/account-access";
import { AccountActions, AccountMainAction } from "@/components/accounts/account-actions";
import { AccountFollowers } from "@/components/accounts/account-followers";
import type { AccountWithRights } from "@/components/accounts/account-list";
import { AccountPosts, AccountRefresh } from "@/components/accounts/account-numbers";
import { AccountState } from "@/components/accounts/account-state";
import { AccountTroubles } from "@/components/accounts/account-troubles";
import { atHandle, KIND_NAMES } from "@/components/accounts/account-words";
import { Avatar } from "@/components/accounts/avatar";
import { SimulatedBadge } from "@/components/ui/badge";
import type { FormAction } from "@/components/ui/form-state";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { AccountFollowers as Followers } from "@/lib/followers/schema";
import type { Role } from "@/lib/workspaces/schema";

export const COLUMNS =
  "grid gap-x-4 md:grid-cols-[minmax(0,1.3fr)_minmax(0,1.2fr)_minmax(0,.8fr)_minmax(0,1.1fr)_minmax(0,.9fr)_8.5rem]";

export type RowContext = {
  /** By account id. */
  followers: Map<string, Followers>;
  zone: string;
  now: Date;
  me: { email: string; role: Role };
  /** The viewer's role may connect, refresh and measure. */
  allowed: boolean;
  actions: {
    connect: FormAction;
    measure: FormAction;
    disconnect: FormAction;
    deleteHistory: FormAction;
  };
};

/** One account: who it is, its state, posts and last refresh; below, what went wrong and what can be done. */
export function AccountRow({ account, ...context }: RowContext & { account: AccountWithRights }) {
  return (
    <li
      id={`account-${account.id}`}
      className="scroll-mt-16 border-b px-3.5 py-3 last:border-b-0 target:bg-selected md:px-4"
    >
      <div className={`${COLUMNS} items-start gap-y-3 max-md:grid-cols-2`}>
        <div className="flex min-w-0 items-start gap-3 max-md:col-span-2">
          <Avatar src={account.avatar_url} name={account.name} />
          <div className="min-w-0 flex-1">
            <h3 className="flex flex-wrap items-center gap-x-2 text-sm font-strong">
              <PlatformMark platform={account.platform} />
              <span className="wrap-anywhere">{account.name}</span>
              {account.is_simulated && <SimulatedBadge />}
            </h3>
            <p className="text-xs/[18px] wrap-anywhere text-muted">
              {account.handle && `${atHandle(account.handle)} · `}
              {KIND_NAMES[account.kind]}
            </p>
          </div>
        </div>
        <div className="min-w-0 max-md:col-span-2">
          <AccountState account={account} zone={context.zone} now={context.now} />
        </div>
        <AccountPosts account={account} />
        <AccountFollowers
          told={context.followers.get(account.id)}
          zone={context.zone}
          now={context.now}
        />
        <AccountRefresh account={account} zone={context.zone} now={context.now} />
        <div className="flex flex-col items-end max-md:col-span-2 max-md:items-start">
          {context.allowed && <AccountMainAction account={account} {...context} />}
        </div>
      </div>
      <AccountTroubles account={account} zone={context.zone} now={context.now} />
      <div className="mt-1.5 md:pl-12">
        <AccountAccess account={account} zone={context.zone} me={context.me}>
          {context.allowed && <AccountActions account={account} {...context} />}
        </AccountAccess>
      </div>
    </li>
  );
}
