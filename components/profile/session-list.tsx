import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { counted } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import { deviceName } from "@/lib/profile/device";
import type { Session } from "@/lib/profile/queries";

/** Where one is signed in, and the way to end it. */
export function SessionList({
  sessions,
  timeZone,
  end,
  endOthers,
}: {
  sessions: Session[];
  timeZone: string;
  end: FormAction;
  endOthers: FormAction;
}) {
  const others = sessions.filter(({ is_this }) => !is_this).length;
  return (
    <Panel>
      <PanelHead
        title={`Signed in: ${counted(sessions.length, "session")}`}
        sub="Whoever is ended sees no page any more, and has to sign in again."
        tools={
          others > 0 && (
            <ConfirmDialog
              trigger="End all others"
              look={{ variant: "default", size: "small" }}
              title="End all other sessions?"
              action={endOthers}
              confirm="End all others"
            >
              {counted(others, "session ends", "sessions end")}; this one stays.
            </ConfirmDialog>
          )
        }
      />
      <ul className="border-t">
        {sessions.map(({ id, created_at, seen_at, user_agent, is_this }) => (
          <li
            key={id}
            className="flex items-center gap-3 border-b px-3.5 py-2.5 last:border-b-0 md:px-4"
          >
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <span className="truncate font-strong">
                  {deviceName(user_agent) ?? "Browser not told"}
                </span>
                {is_this && <Badge kind="ok">This one</Badge>}
              </p>
              <p className="text-xs text-muted">
                <span title={exactMoment(seen_at, timeZone)}>Seen {moment(seen_at, timeZone)}</span>
                {` · since ${moment(created_at, timeZone)}`}
              </p>
            </div>
            {!is_this && (
              <ActionForm action={end} fields={{ id }}>
                <SubmitButton variant="quiet" pendingLabel="Ending">
                  End
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
