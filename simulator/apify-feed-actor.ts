import { z } from "zod";
import type { Answered, Asked } from "./apify-lines.ts";
import { feedReelItem } from "./reel-instagram-items.ts";
import { recommended } from "./reel-lists.ts";

const limit = z.number().int().min(1).max(50_000);

// Such actors differ in what else they take.
const input = z.looseObject({ resultsLimit: limit.default(200), maxItems: limit.optional() });

/** An actor of the recommended feed of Instagram reels. */
export function feedLines({ world, input: given, atMs, base }: Asked): Answered {
  const read = input.safeParse(given);
  if (!read.success) return { refused: z.prettifyError(read.error) };
  const count = read.data.maxItems ?? read.data.resultsLimit;
  const keys = recommended(world, { platform: "instagram", atMs, count });
  return keys.map((key) => ({ key, itemOf: (reel) => feedReelItem(reel, base) }));
}
