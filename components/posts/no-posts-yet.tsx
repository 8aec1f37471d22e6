import { AddPosts } from "@/components/posts/add-posts";
import type { AwaitedPosts } from "@/components/posts/awaited";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StateGlyph } from "@/components/ui/state-glyph";

const GLYPHS = { waiting: "waiting", reconnect: "failed", off: "cancelled" } as const;

/** No post in the whole workspace: what brings some, or what will by itself. */
export function NoPostsYet({ awaited, mayAdd }: { awaited: AwaitedPosts | null; mayAdd: boolean }) {
  if (awaited) {
    const seeAccounts = (
      <ButtonLink href="/accounts" variant={awaited.kind === "waiting" ? "default" : "primary"}>
        {awaited.kind === "reconnect" && mayAdd ? "Reconnect" : "See the accounts"}
      </ButtonLink>
    );
    return (
      <EmptyState action={seeAccounts}>
        <StateGlyph state={GLYPHS[awaited.kind]} quiet /> {awaited.sentence}
      </EmptyState>
    );
  }
  if (!mayAdd) {
    return (
      <EmptyState>
        No posts yet. They appear once a member connects an account or uploads links.
      </EmptyState>
    );
  }
  return (
    <EmptyState action={<AddPosts />}>
      No posts yet. Connect an account to measure its posts every six hours, or upload a file of
      links.
    </EmptyState>
  );
}
