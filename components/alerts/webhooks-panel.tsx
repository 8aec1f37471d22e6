import { SecretForm } from "@/components/alerts/secret-form";
import { type WebhookActions, WebhookRow } from "@/components/alerts/webhook-row";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Webhook } from "@/lib/alerts/queries";

/** Where rules send what they find, for admins. */
export function WebhooksPanel({
  webhooks,
  ...shared
}: {
  /** Null: the person may not see them. */
  webhooks: Webhook[] | null;
  actions: WebhookActions;
  zone: string;
  now: Date;
}) {
  const { actions } = shared;
  return (
    <Panel>
      <div id="webhooks" className="scroll-mt-16">
        <PanelHead title="Webhooks" sub="Each message as signed JSON, sent at least once" />
      </div>
      {webhooks === null ? (
        <PanelBody>
          <p className="text-ink-2">
            Only admins see and set webhooks: an address may be a secret itself.
          </p>
        </PanelBody>
      ) : (
        <>
          <PanelBody>
            <SecretForm action={actions.add} className="flex flex-col gap-3">
              <Input
                label="Address"
                name="url"
                type="url"
                required
                maxLength={2000}
                placeholder="https://example.com/hooks/metrics"
                hint="https, on the public internet. Its secret is shown once it is made."
                invalid="Write an address that begins with https://."
                autoComplete="off"
              />
              <SubmitButton variant="default" size="small" className="w-fit" pendingLabel="Making">
                Add the webhook
              </SubmitButton>
            </SecretForm>
          </PanelBody>
          {webhooks.length > 0 && (
            <ul>
              {webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} {...shared} />
              ))}
            </ul>
          )}
        </>
      )}
    </Panel>
  );
}
