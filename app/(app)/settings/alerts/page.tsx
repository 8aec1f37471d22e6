import type { Metadata } from "next";
import {
  addWebhookAction,
  deleteRuleAction,
  removeWebhookAction,
  renewSecretAction,
  saveRuleAction,
  testRuleAction,
  toggleRuleAction,
  toggleWebhookAction,
  wantEmailsAction,
} from "@/app/(app)/settings/alerts/actions";
import { accountName } from "@/components/accounts/account-words";
import { DeliveriesPanel } from "@/components/alerts/deliveries-panel";
import { EmailPanel } from "@/components/alerts/email-panel";
import { RulesPanel } from "@/components/alerts/rules-panel";
import { waysOf } from "@/components/alerts/ways";
import { WebhooksPanel } from "@/components/alerts/webhooks-panel";
import { SettingsPage } from "@/components/settings/settings-page";
import { ButtonLink } from "@/components/ui/button";
import { listAccounts } from "@/lib/accounts/queries";
import { getChannels, listRules } from "@/lib/alerts/queries";
import { mailIsSet } from "@/lib/mail/send-mail";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Alerts" };
// A test waits for what becomes of its message.
export const maxDuration = 60;

export default async function AlertsPage() {
  const scope = await requireScope();
  const [rules, channels, accounts] = await Promise.all([
    listRules(scope),
    getChannels(scope),
    listAccounts(scope),
  ]);
  const { timeZone: zone, role, email } = scope;
  const context = { zone, now: new Date() };
  const isSet = mailIsSet();

  return (
    <SettingsPage
      tab="alerts"
      title="Alerts"
      sub={`What this workspace wants to be told of, and where · times in ${zone}`}
      actions={<ButtonLink href="/inbox">Open the inbox</ButtonLink>}
    >
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <RulesPanel
            rules={rules}
            allowed={mayAs(role, "member")}
            actions={{
              save: saveRuleAction,
              toggle: toggleRuleAction,
              test: testRuleAction,
              remove: deleteRuleAction,
            }}
            accounts={accounts.map((each) => ({ value: each.id, label: accountName(each) }))}
            ways={waysOf(channels, isSet)}
            {...context}
          />
          <DeliveriesPanel deliveries={channels.deliveries} {...context} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <EmailPanel channels={channels} email={email} isSet={isSet} action={wantEmailsAction} />
          <WebhooksPanel
            webhooks={channels.webhooks}
            actions={{
              add: addWebhookAction,
              renew: renewSecretAction,
              toggle: toggleWebhookAction,
              remove: removeWebhookAction,
            }}
            {...context}
          />
        </div>
      </div>
    </SettingsPage>
  );
}
