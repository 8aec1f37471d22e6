import type { AccountPlatform } from "./accounts.ts";
import { authorOf, postOf, type World } from "./posts.ts";
import { pick, randomOf } from "./random.ts";
import { COMMENTS } from "./words.ts";

/** A comment by its number in the order of writing: the same number, the same comment for ever. */
export type SimulatedComment = {
  number: number;
  /** The number of the comment that it answers. */
  parent: number | null;
  author: { id: string; handle: string; name: string };
  text: string;
  likes: number;
  publishedMs: number;
};

/** Of every thirty comments the first is talked about: each third answers it. */
export const BLOCK = 30;
const STEPS = 26;

/** The numbers of a post's top comments, newest first, out of as many comments as it counts. */
export function topNumbers(total: number): number[] {
  return Array.from({ length: total }, (_, back) => total - 1 - back).filter(
    (number) => parentOf(number) === null,
  );
}

/** The numbers of the answers to a comment, oldest first. */
export function replyNumbers(parent: number, total: number): number[] {
  if (parent % BLOCK !== 0) return [];
  const block = Array.from({ length: BLOCK }, (_, at) => parent + at);
  return block.filter((number) => number < total && parentOf(number) === parent);
}

export function commentOf(
  world: World,
  platform: AccountPlatform,
  postId: string,
  number: number,
): SimulatedComment {
  const random = randomOf(`${world.seed}:${platform}:${postId}:comment:${number}`);
  return {
    number,
    parent: parentOf(number),
    author: authorOf(random()),
    text: pick(COMMENTS, random()),
    likes: Math.floor(40 * random() ** 4),
    publishedMs: writtenMs(world, platform, postId, number),
  };
}

function parentOf(number: number) {
  return number % 3 === 2 ? number - (number % BLOCK) : null;
}

// When the post's count reached the comment: the curve has no inverse, so halves of its life are tried.
function writtenMs(world: World, platform: AccountPlatform, postId: string, number: number) {
  const countAt = (atMs: number) =>
    postOf({ ...world, now: () => atMs }, platform, postId).counts.comments;
  let [before, after] = [postOf(world, platform, postId).publishedMs, world.now()];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = Math.floor((before + after) / 2);
    if (countAt(middle) > number) after = middle;
    else before = middle;
  }
  return Math.floor(after / 1000) * 1000;
}
