import { type SecretAction, SecretForm } from "@/components/alerts/secret-form";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Webhook } from "@/lib/alerts/queries";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

export type WebhookActions = {
  add: SecretAction;
  renew: SecretAction;
  toggle: FormAction;
  remove: FormAction;
};

/** One webhook: where to, how it goes, and what can be done with it. */
export function WebhookRow({
  webhook,
  actions,
  zone,
  now,
}: {
  webhook: Webhook;
  actions: WebhookActions;
  zone: string;
  now: Date;
}) {
  const { id, url, secret_hint, is_on, failures, disabled_at, disabled_reason, set_at } = webhook;
  return (
    <li className="flex flex-col gap-2 border-t px-3.5 py-3 md:px-4">
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="min-w-0 font-mono text-xs/5 font-normal wrap-anywhere">{url}</h3>
          {!is_on && <Badge kind={disabled_at ? "bad" : "plain"}>Off</Badge>}
          {is_on && failures > 0 && (
            <Badge kind="warn">{counted(failures, "failed attempt")}</Badge>
          )}
        </div>
        <p className="text-xs/[18px] text-muted">
          {`Secret ending in ${secret_hint} · set ${moment(set_at, zone, now)}`}
        </p>
        {disabled_at && (
          <p className="text-xs/[18px] text-bad-text wrap-anywhere">
            {`Switched off ${moment(disabled_at, zone, now)}. ${disabled_reason ?? ""}`}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-1.5">
        <ActionForm action={actions.toggle} fields={{ id, is_on: is_on ? "false" : "true" }}>
          <SubmitButton variant="default" size="small" pendingLabel="Saving">
            {is_on ? "Switch off" : "Switch on"}
          </SubmitButton>
        </ActionForm>
        <SecretForm action={actions.renew} fields={{ id }}>
          <SubmitButton variant="default" size="small" pendingLabel="Making">
            New secret
          </SubmitButton>
        </SecretForm>
        <ConfirmDialog
          trigger="Remove"
          look={{ variant: "danger", size: "small" }}
          title="Remove the webhook"
          action={actions.remove}
          fields={{ id }}
          confirm="Remove it"
        >
          Nothing is sent there any more, what waits for it neither. Its secret is deleted.
        </ConfirmDialog>
      </div>
    </li>
  );
}
