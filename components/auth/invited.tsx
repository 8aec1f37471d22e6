import type { Invitation } from "@/lib/invitations/queries";

/** Who asks whom in, where, and as what: one sentence for the pages before one is in. */
export function Invited({ by }: { by: Invitation }) {
  return (
    <>
      {by.invited_by ?? "Somebody who has left since"} invites you to the workspace{" "}
      <b className="font-strong wrap-anywhere text-ink">{by.workspace_name}</b> as {by.role}.
    </>
  );
}
