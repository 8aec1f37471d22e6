import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";

/** Deletes the workspace once its name has been typed. */
export function DeleteWorkspace({
  action,
  name,
  me,
  members,
}: {
  action: FormAction;
  name: string;
  me: Me;
  members: Member[];
}) {
  const locked = me.role !== "owner";
  return (
    <Panel>
      <PanelHead
        title="Delete this workspace"
        sub={
          locked
            ? whoCan("owner", "delete the workspace", members)
            : "With its posts, jobs and measurements, for everybody in it."
        }
      />
      <PanelBody>
        {locked ? (
          <Button disabled>Delete workspace</Button>
        ) : (
          <ConfirmDialog
            trigger="Delete workspace"
            title={`Delete ${name}?`}
            action={action}
            confirm="Delete workspace"
            typed={name}
          >
            All posts, jobs and measurements go with it, for everybody in it. Nothing brings them
            back.
          </ConfirmDialog>
        )}
      </PanelBody>
    </Panel>
  );
}
