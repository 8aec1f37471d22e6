import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

export const FOUND_KINDS = ["post", "job", "campaign", "hashtag", "person"] as const;

/** Something of the workspace that was searched for, and the page it has. */
export const found = z.object({
  kind: z.enum(FOUND_KINDS),
  title: z.string(),
  /** Who wrote it, its state: what tells two of one name apart. */
  detail: z.string().nullable(),
  platform: z.enum(PLATFORM_IDS).nullable(),
  /** When it was published or made. */
  at: z.string().nullable(),
  /** The path of its page. */
  path: z.string(),
});
export type Found = z.output<typeof found>;

export const foundList = z.object({ items: z.array(found) });
