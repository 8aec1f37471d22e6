import { z } from "zod";
import type { ListedPost } from "../connected.ts";
import { metaMoment } from "../meta/meta-values.ts";
import { pictureUrl, text } from "../provider-values.ts";

export const LIST_FIELDS =
  "id,shortcode,permalink,caption,media_type,media_product_type,media_url,thumbnail_url,timestamp,username";

const media = z.object({
  id: z.string().min(1),
  shortcode: z.string().regex(/^[\w-]+$/),
  caption: text.nullish(),
  media_type: z.string().catch(""),
  media_product_type: z.string().catch(""),
  media_url: pictureUrl,
  thumbnail_url: pictureUrl,
  timestamp: metaMoment.nullish().catch(null),
  username: text.nullish(),
});

type Media = z.output<typeof media>;

/** A post of a professional account's list. Null for a story, and for what is not as documented. */
export function readMedia(item: unknown): ListedPost | null {
  const read = media.safeParse(item);
  if (!read.success || read.data.media_product_type === "STORY") return null;
  const { id, shortcode, caption, username, timestamp, ...rest } = read.data;
  const mediaKind = kindOf(rest);
  return {
    apiId: id,
    externalId: shortcode,
    url: `https://www.instagram.com/${mediaKind === "reel" ? "reel" : "p"}/${shortcode}/`,
    authorHandle: username ?? null,
    authorName: null,
    title: null,
    caption: caption ?? null,
    mediaKind,
    durationSeconds: null,
    // The address of a picture ends after a while: the next listing brings a fresh one.
    thumbnailUrl:
      rest.thumbnail_url ?? (rest.media_type === "VIDEO" ? null : (rest.media_url ?? null)),
    publishedAt: timestamp ?? null,
  };
}

// A reel says VIDEO like any other: only its product tells.
function kindOf({
  media_type,
  media_product_type,
}: Pick<Media, "media_type" | "media_product_type">) {
  if (media_product_type === "REELS") return "reel";
  switch (media_type) {
    case "VIDEO":
      return "video";
    case "IMAGE":
      return "image";
    case "CAROUSEL_ALBUM":
      return "carousel";
    default:
      return null;
  }
}
