import type { OfPost } from "./post-thread.ts";
import { reachOf } from "./post-thread.ts";

/** Places in `engagement_kind`: like, share, view, bookmark. Likes to bookmarks to shares to views are 5:1:1:10. */
const LIKE = 1;
const SHARE = 2;
export const VIEW = 3;
const BOOKMARK = 4;
const DRAWN = [...Array(5).fill(LIKE), BOOKMARK, SHARE, ...Array(10).fill(VIEW)] as number[];

/** 5 to 80 engagements. Each person likes, shares or bookmarks a post once at most. */
export function addEvents({ batch, random, post, peers, personAt, age }: OfPost) {
  const count = random.between(5, 80);
  const reach = reachOf(age);
  const taken = new Set<number>();
  for (let number = 0; number < count; number++) {
    const kind = DRAWN[random.below(DRAWN.length)] ?? VIEW;
    const after = random.between(0, reach);
    const place = random.below(peers);
    const free = kind === VIEW ? place : firstFree(taken, kind, place, peers);
    batch.event({ post, person: free === null ? 0 : personAt(free), kind, after });
  }
}

/** The drawn person, or the next who did not do this yet. Null: all did, and somebody unnamed does. */
function firstFree(taken: Set<number>, kind: number, drawn: number, peers: number) {
  for (let step = 0; step < peers; step++) {
    const place = (drawn + step) % peers;
    const key = place * 8 + kind;
    if (taken.has(key)) continue;
    taken.add(key);
    return place;
  }
  return null;
}
