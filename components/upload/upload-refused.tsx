import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

const SHOWN_PEOPLE = 3;

/** What a viewer sees in place of the upload: that they only read, and whom to ask. */
export function UploadRefused({
  workspaceName,
  members,
}: {
  workspaceName: string;
  members: readonly { email: string; role: string }[];
}) {
  const people = members
    .filter(({ role, email }) => (role === "owner" || role === "admin") && email !== "")
    .slice(0, SHOWN_PEOPLE)
    .map(({ email }) => email);
  const whom = people.length > 0 ? people.join(" or ") : "an admin of the workspace";
  return (
    <Panel label="Upload">
      <EmptyState action={<ButtonLink href="/jobs">See the jobs</ButtonLink>}>
        You are a viewer of {workspaceName}: viewers read and export, members upload. To upload, ask{" "}
        {whom} to make you a member.
      </EmptyState>
    </Panel>
  );
}
