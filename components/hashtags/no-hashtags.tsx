import { AddPosts } from "@/components/posts/add-posts";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";

/** No caption of the workspace has a hashtag: why, and what brings some. */
export function NoHashtags({ posts, mayAdd }: { posts: number; mayAdd: boolean }) {
  const how =
    "Hashtags are read from captions, such as #art, when a post is stored and whenever its caption changes.";
  if (posts > 0) {
    return (
      <Framed action={<ButtonLink href="/posts">See the posts</ButtonLink>}>
        {`No hashtags yet: none of the ${counted(posts, "caption")} in this workspace has one. ${how} They appear here with the first post that carries one.`}
      </Framed>
    );
  }
  if (!mayAdd) {
    return (
      <Framed>
        {`No posts yet, so no hashtags. ${how} They appear once a member connects an account or uploads links.`}
      </Framed>
    );
  }
  return <Framed action={<AddPosts />}>{`No posts yet, so no hashtags. ${how}`}</Framed>;
}

function Framed(props: Parameters<typeof EmptyState>[0]) {
  return (
    <Panel label="Hashtags">
      <EmptyState {...props} />
    </Panel>
  );
}
