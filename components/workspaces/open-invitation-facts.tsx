import { ROLE_NAMES, ROLE_NOTES } from "@/components/workspaces/role-names";
import { moment } from "@/lib/format/time";
import type { Invitation } from "@/lib/invitations/queries";

/** What an open invitation says: who asks, into which workspace, as what, until when. */
export function OpenInvitationFacts({
  invitation: { workspace_name, invited_by, role, email, expires_at },
  zone,
}: {
  invitation: Invitation;
  zone: string;
}) {
  const facts = [
    { label: "Workspace", value: workspace_name },
    { label: "Invited by", value: invited_by ?? "Somebody who has left since" },
    { label: "Role", value: `${ROLE_NAMES[role]}. ${ROLE_NOTES[role]}` },
    ...(email === null ? [] : [{ label: "For", value: email }]),
    { label: "Good until", value: `${moment(expires_at, zone)} ${zone}, once` },
  ];
  return (
    <dl className="w-full rounded-lg border bg-panel shadow-panel">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex gap-3 border-b px-3.5 py-2.5 text-sm last:border-b-0">
          <dt className="w-24 flex-none text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
