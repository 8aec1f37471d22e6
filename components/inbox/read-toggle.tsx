"use client";

import { Mail, MailOpen } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { IconButton } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";

/** Marks one message as read, or as unread again. */
export function ReadToggle({
  id,
  isRead,
  action,
}: {
  id: string;
  isRead: boolean;
  action: FormAction;
}) {
  return (
    <ActionForm action={action} fields={{ ids: id, is_read: isRead ? "false" : "true" }}>
      <IconButton
        type="submit"
        size="small"
        label={isRead ? "Mark as unread" : "Mark as read"}
        aria-describedby={`message-${id}`}
      >
        {isRead ? <Mail aria-hidden="true" /> : <MailOpen aria-hidden="true" />}
      </IconButton>
    </ActionForm>
  );
}
