import { z } from "zod";
import { pictureUrl } from "../provider-values.ts";

/** `snippet.thumbnails`, whose sizes vary. */
export const thumbnails = z
  .record(z.string(), z.object({ url: pictureUrl, width: z.number().catch(0) }))
  .catch({});

export function widestThumbnail(found: z.output<typeof thumbnails>) {
  const [widest] = Object.values(found)
    .filter(({ url }) => url)
    .sort((one, other) => other.width - one.width);
  return widest?.url ?? null;
}

/** The author's own tag: YouTube has no field for it. */
export function saysShort({ title, description }: { title: string; description: string }) {
  return /#shorts?\b/i.test(`${title} ${description}`);
}
