import { TextLink } from "@/components/ui/app-link";
import type { Invitation } from "@/lib/invitations/queries";

const WHY = {
  used: "It has been used. Each link is good once.",
  revoked: "It was taken back.",
  expired: "It has expired.",
};

/** Why a link leads nowhere, and what to do. */
export function DeadInvitation({ invitation }: { invitation: Invitation | null }) {
  if (invitation === null || invitation.state === "open") {
    return (
      <>
        <p>
          There is no such invitation. The link may have been cut off on its way: open it from where
          you got it, whole. If it stays so, ask for a new one.
        </p>
        <Home />
      </>
    );
  }
  const { state, workspace_name, invited_by, is_member } = invitation;
  return (
    <>
      <p>
        It was an invitation to <b className="font-strong text-ink">{workspace_name}</b>.{" "}
        {WHY[state]}{" "}
        {is_member
          ? "You are in this workspace already."
          : `Ask ${invited_by ?? "an admin of the workspace"} for a new link.`}
      </p>
      <Home />
    </>
  );
}

function Home() {
  return (
    <p>
      <TextLink href="/">Go to the dashboard</TextLink>
    </p>
  );
}
