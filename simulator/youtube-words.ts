import type { Post } from "./posts.ts";

/** How YouTube writes a moment. */
export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The channel of a post: its account, or one made up from its author. */
export function channelIdOf({ author }: Post): string {
  return author.id.startsWith("UC") ? author.id : `UC${author.id.padStart(22, "0")}`;
}

export function thumbnailsOf({ id }: { id: string }, base: string) {
  const url = `${base}/thumb/youtube/${id}.svg`;
  return { default: { url, width: 120, height: 90 }, high: { url, width: 480, height: 360 } };
}
