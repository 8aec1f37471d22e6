import type { AccountWithRights } from "@/components/accounts/account-list";
import type { RowContext } from "@/components/accounts/account-row";
import { accountName } from "@/components/accounts/account-words";
import { ConnectButton } from "@/components/accounts/connect-button";
import { RefreshNow } from "@/components/accounts/refresh-now";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ListedAccount } from "@/lib/accounts/schema";
import { counted } from "@/lib/format/count";
import { mayAs, type Role } from "@/lib/workspaces/schema";

type Props = RowContext & { account: AccountWithRights };

const SMALL = { size: "small" } as const;

/** What an account wants next in its state. */
export function AccountMainAction({ account, actions }: Props) {
  const { id, status, connection, expires_soon, is_refreshing } = account;
  const connect = { action: actions.connect, connection, name: accountName(account), look: SMALL };
  switch (status) {
    case "connected":
      if (expires_soon) return <ConnectButton {...connect}>Reconnect</ConnectButton>;
      return <RefreshNow id={id} name={accountName(account)} running={is_refreshing} />;
    case "needs_reconnect":
      return <ConnectButton {...connect}>Reconnect</ConnectButton>;
    case "disabled":
      return <Measure account={account} action={actions.measure} enabled />;
    case "disconnected":
      return <ConnectButton {...connect}>Connect again</ConnectButton>;
  }
}

/** What else can be done with it. */
export function AccountActions({ account, actions, me }: Props) {
  const { status, connection, expires_soon, is_refreshing } = account;
  const measured = status === "connected";
  return (
    <div className="mt-2 mb-1 flex flex-wrap items-start gap-2">
      {measured && expires_soon && (
        <RefreshNow id={account.id} name={accountName(account)} running={is_refreshing} aside />
      )}
      {measured && <Measure account={account} action={actions.measure} enabled={false} />}
      {((measured && !expires_soon) || status === "disabled") && (
        <ConnectButton
          action={actions.connect}
          connection={connection}
          name={accountName(account)}
          look={SMALL}
        >
          Reconnect
        </ConnectButton>
      )}
      {status !== "disconnected" && mayDisconnect(account, me) && (
        <Disconnect account={account} action={actions.disconnect} />
      )}
      {mayAs(me.role, "owner") && (
        <DeleteHistory account={account} action={actions.deleteHistory} />
      )}
    </div>
  );
}

/** As the database decides it: who connected it, and admins. */
export function mayDisconnect(
  { connected_by }: Pick<ListedAccount, "connected_by">,
  me: { email: string; role: Role },
) {
  return mayAs(me.role, "admin") || (mayAs(me.role, "member") && connected_by === me.email);
}

function Measure({
  account,
  action,
  enabled,
}: {
  account: ListedAccount;
  action: FormAction;
  enabled: boolean;
}) {
  return (
    <ActionForm action={action} fields={{ id: account.id, enabled: String(enabled) }}>
      <SubmitButton {...SMALL} variant="default">
        {enabled ? "Measure" : "Stop measuring"}
        <span className="sr-only"> {accountName(account)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function Disconnect({ account, action }: { account: ListedAccount; action: FormAction }) {
  return (
    <ConfirmDialog
      trigger="Disconnect"
      look={SMALL}
      title={`Disconnect ${accountName(account)}?`}
      action={action}
      fields={{ id: account.id }}
      confirm="Disconnect"
    >
      Its tokens are deleted at once, and measuring stops.{" "}
      {account.posts_covered > 0 &&
        `Its ${counted(account.posts_covered, "post")} and all numbers measured so far are kept. `}
      It can be connected again at any time.
    </ConfirmDialog>
  );
}

function DeleteHistory({ account, action }: { account: ListedAccount; action: FormAction }) {
  return (
    <ConfirmDialog
      trigger={
        account.status === "disconnected" ? "Delete history" : "Disconnect and delete history"
      }
      look={{ ...SMALL, variant: "danger" }}
      title={`Delete ${accountName(account)} and its history?`}
      action={action}
      fields={{ id: account.id }}
      confirm="Delete history"
      typed={account.name}
    >
      {`The account and its tokens go for good, and of its ${counted(account.posts_covered, "post")} those that no job brought, with every number measured of them. Nothing brings them back: a platform tells today's numbers only.`}
    </ConfirmDialog>
  );
}
