import type { BatchBuilder } from "./batch.ts";
import type { Random } from "./random.ts";
import { REMARKS } from "./words.ts";

export const MAX_DEPTH = 4;
const MAX_MINUTES = 1000;

export type OfPost = {
  batch: BatchBuilder;
  random: Random;
  /** Its place in the batch, from 1. */
  post: number;
  /** How many people may answer or engage. */
  peers: number;
  personAt: (place: number) => number;
  /** Seconds from its publishing to the sample's moment. */
  age: number;
};

/** How long after the post things happen: 1000 minutes at most, and never after now. */
export const reachOf = (age: number) => Math.min(MAX_MINUTES * 60, age);

/** Six posts of ten get a thread: 0 to 3 at the top, then 0 to (4 - depth) replies each. */
export function addThread(of: OfPost) {
  if (of.random.below(10) >= 6) return;
  const roots = of.random.between(0, 3);
  for (let root = 0; root < roots; root++) addComment(of, 1, 0, 0);
}

// Four deep at most, so that recursion is safe.
function addComment(of: OfPost, depth: number, parent: number, since: number) {
  const { batch, random, post, peers, personAt, age } = of;
  const after = random.between(since, reachOf(age));
  const comment = batch.comment({
    post,
    person: personAt(random.below(peers)),
    parent,
    likes: random.between(0, depth === 1 ? 50 : 25),
    after,
    body: REMARKS[random.below(REMARKS.length)] ?? "",
  });
  const replies = random.between(0, MAX_DEPTH - depth);
  for (let reply = 0; reply < replies; reply++) addComment(of, depth + 1, comment, after);
}
