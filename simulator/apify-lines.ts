import type { Oddities } from "./apify-oddities.ts";
import type { World } from "./posts.ts";
import type { ReelKey } from "./reel-ids.ts";
import type { Reel } from "./reels.ts";

export type Item = Record<string, unknown>;

/**
 * One place in a dataset that is to be written when it is read: a reel, which may be met by an oddity,
 * or something else, such as a post by its link or an error item.
 */
export type Line =
  | { key: ReelKey; itemOf: (reel: Reel) => Item }
  | { key?: never; say: (world: World) => unknown };

/** What an actor is asked, when, and where thumbnails are served from. */
export type Asked = {
  world: World;
  input: unknown;
  atMs: number;
  base: string;
  oddities: Oddities;
};

/** The lines of a dataset, or the reason why the input is refused. */
export type Answered = Line[] | { refused: string };
