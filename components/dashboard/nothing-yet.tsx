import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { mayAs, type Role } from "@/lib/workspaces/schema";

/** In the place of all panels about posts, while there are none. */
export function NothingYet({ role }: { role: Role }) {
  return (
    <Panel label="Nothing yet">
      <EmptyState>
        {mayAs(role, "member")
          ? "No posts yet. Paste a link, upload a file, connect an account or start an ingest: what they bring is measured, and stands here by day."
          : "No posts yet. Your role reads; a member of this workspace brings posts in."}
      </EmptyState>
    </Panel>
  );
}
