import { z } from "zod";
import type { ListedPost } from "../connected.ts";
import { moment, text } from "../provider-values.ts";
import { plainText } from "./little-text.ts";

/** Posts and statistics know these two kinds of id; an activity's number is another one. */
export const POST_URN = /^urn:li:(share|ugcPost):\d{1,20}$/;

const titled = z.object({ title: text.nullish().catch(null) });

const content = z
  .object({
    media: titled.extend({ id: z.string().catch("") }).nullish(),
    article: titled.nullish(),
    multiImage: z.unknown().optional(),
  })
  .nullish()
  .catch({});

export const linkedinPost = z.object({
  id: z.string().regex(POST_URN),
  commentary: text.nullish().catch(null),
  /** Missing as long as it is a draft. */
  publishedAt: moment.nullish().catch(null),
  lastModifiedAt: moment.nullish().catch(null),
  content,
});

type LinkedinPost = z.output<typeof linkedinPost>;

export function listedPost(post: LinkedinPost): ListedPost {
  return {
    apiId: post.id,
    externalId: post.id,
    url: `https://www.linkedin.com/feed/update/${post.id}/`,
    authorHandle: null,
    authorName: null,
    title: post.content?.article?.title ?? post.content?.media?.title ?? null,
    caption: typeof post.commentary === "string" ? plainText(post.commentary) : null,
    mediaKind: mediaKind(post),
    durationSeconds: null,
    // LinkedIn names pictures by URN, which shows nothing.
    thumbnailUrl: null,
    publishedAt: post.publishedAt ?? null,
  };
}

function mediaKind({ content }: LinkedinPost): ListedPost["mediaKind"] {
  if (!content) return "text";
  if (content.multiImage) return "carousel";
  const [, kind] = /^urn:li:(video|image):/.exec(content.media?.id ?? "") ?? [];
  return kind === "video" || kind === "image" ? kind : null;
}
