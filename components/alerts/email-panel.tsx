import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Channels } from "@/lib/alerts/queries";

/** Whether the person is sent what rules send by e-mail. Theirs to say. */
export function EmailPanel({
  channels: { i_want_emails, emails_wanted, members },
  email,
  isSet,
  action,
}: {
  channels: Channels;
  email: string;
  /** Whether this server can send e-mail. */
  isSet: boolean;
  action: FormAction;
}) {
  return (
    <Panel>
      <PanelHead
        title="E-mail"
        sub={`${emails_wanted} of ${members} ${members === 1 ? "person wants" : "people want"} them`}
      />
      <PanelBody className="flex flex-col gap-3">
        {!isSet && (
          <Notice kind="warn">
            This server is not set up to send e-mail, so none is sent. Whoever runs it can set
            SMTP_URL and MAIL_FROM.
          </Notice>
        )}
        <p className="text-ink-2 wrap-anywhere">
          {i_want_emails
            ? `You are sent what rules send by e-mail, to ${email}.`
            : "You are sent none. Your inbox has everything."}
        </p>
        <ActionForm action={action} fields={{ by_email: i_want_emails ? "false" : "true" }}>
          <SubmitButton variant="default" size="small" pendingLabel="Saving">
            {i_want_emails ? "Send me none" : `Send them to me`}
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
