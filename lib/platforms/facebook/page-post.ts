import { z } from "zod";
import type { ListedPost } from "../connected.ts";
import { metaMoment } from "../meta/meta-values.ts";
import { pictureUrl, seconds, text } from "../provider-values.ts";

export const POST_FIELDS =
  "id,message,created_time,permalink_url,full_picture,status_type,attachments{media_type,type,title}";
export const REEL_LIST_FIELDS = "id,description,created_time,permalink_url,picture,length";

const attachment = z.object({
  media_type: z.string().catch(""),
  type: z.string().catch(""),
  title: text.nullish(),
});

const post = z.object({
  id: z.string().regex(/^\d+_\d+$/),
  message: text.nullish(),
  created_time: metaMoment.nullish().catch(null),
  full_picture: pictureUrl,
  status_type: z.string().nullish().catch(null),
  attachments: z
    .object({ data: z.array(attachment) })
    .nullish()
    .catch(null),
});

/** A post of a Page's list. Null for what is not as documented. */
export function readPagePost(item: unknown): ListedPost | null {
  const read = post.safeParse(item);
  if (!read.success) return null;
  const { id, message, created_time, full_picture, status_type, attachments } = read.data;
  const [page, own] = id.split("_");
  const [first] = attachments?.data ?? [];
  return {
    apiId: id,
    externalId: id,
    url: `https://www.facebook.com/permalink.php?story_fbid=${own}&id=${page}`,
    authorHandle: null,
    authorName: null,
    title: first?.title ?? null,
    caption: message ?? null,
    mediaKind: kindOf(first, status_type ?? null),
    durationSeconds: null,
    thumbnailUrl: full_picture ?? null,
    publishedAt: created_time ?? null,
  };
}

const reel = z.object({
  id: z.string().regex(/^\d+$/),
  description: text.nullish(),
  created_time: metaMoment.nullish().catch(null),
  picture: pictureUrl,
  length: seconds.nullish().catch(null),
});

/** A reel is a video: its id is the video's, in its link too. */
export function readReel(item: unknown): ListedPost | null {
  const read = reel.safeParse(item);
  if (!read.success) return null;
  const { id, description, created_time, picture, length } = read.data;
  return {
    apiId: id,
    externalId: id,
    url: `https://www.facebook.com/reel/${id}`,
    authorHandle: null,
    authorName: null,
    title: null,
    caption: description ?? null,
    mediaKind: "reel",
    durationSeconds: length ?? null,
    thumbnailUrl: picture ?? null,
    publishedAt: created_time ?? null,
  };
}

function kindOf(first: z.output<typeof attachment> | undefined, statusType: string | null) {
  const kind = `${first?.media_type ?? ""} ${first?.type ?? ""}`;
  if (/video/.test(kind) || statusType === "added_video") return "video";
  if (/album/.test(kind)) return "carousel";
  if (/photo|image/.test(kind) || statusType === "added_photos") return "image";
  return "text";
}
