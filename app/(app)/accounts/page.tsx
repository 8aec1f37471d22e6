import { Plug } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import {
  connectAction,
  deleteHistoryAction,
  disconnectAction,
  measureAction,
} from "@/app/(app)/accounts/actions";
import { readConnectProblem } from "@/app/(app)/accounts/connect-problem";
import { AccountList } from "@/components/accounts/account-list";
import { ConnectPanel } from "@/components/accounts/connect-panel";
import { ConnectedNotice } from "@/components/accounts/connected-notice";
import { OfferedPanel } from "@/components/accounts/offered-panel";
import { KeepFresh } from "@/components/jobs/keep-fresh";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { canKeepTokens, connectionOffers, rightsOf } from "@/lib/accounts/offers";
import { listAccounts } from "@/lib/accounts/queries";
import { listFollowers } from "@/lib/followers/queries";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Accounts" };

const came = z.object({
  /** Ids by comma: what the callback has just connected. */
  connected: z
    .string()
    .transform((ids) => ids.split(","))
    .optional(),
  problem: z.string().optional(),
});
const ACTIONS = {
  connect: connectAction,
  measure: measureAction,
  disconnect: disconnectAction,
  deleteHistory: deleteHistoryAction,
};

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const scope = await requireScope();
  const { connected, problem } = readSearch(came, await searchParams);
  const [listed, followers, why] = await Promise.all([
    listAccounts(scope),
    listFollowers(scope),
    problem && readConnectProblem(),
  ]);
  const accounts = listed.map((account) => ({ ...account, rights: rightsOf(account) }));
  const { timeZone, role, email } = scope;
  const allowed = mayAs(role, "member");

  return (
    <Page
      title="Accounts"
      sub={`Your own posts, found and measured by themselves · times in ${timeZone}`}
      actions={
        allowed &&
        accounts.length > 0 && (
          <ButtonLink href="#connect" variant="primary">
            <Plug aria-hidden="true" />
            Connect an account
          </ButtonLink>
        )
      }
    >
      {accounts.some((account) => account.is_refreshing) && <KeepFresh />}
      {problem && (
        <Notice kind="bad" announce>
          {why || "The account was not connected. Connect it again."}
        </Notice>
      )}
      {connected && (
        <ConnectedNotice accounts={accounts.filter(({ id }) => connected.includes(id))} />
      )}
      <AccountList
        accounts={accounts}
        followers={followers}
        zone={timeZone}
        now={new Date()}
        me={{ email, role }}
        allowed={allowed}
        actions={ACTIONS}
      />
      <ConnectPanel
        offers={connectionOffers()}
        action={connectAction}
        allowed={allowed}
        canKeep={canKeepTokens()}
      />
      <OfferedPanel now={new Date()} />
    </Page>
  );
}
