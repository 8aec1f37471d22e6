/** What is unusual about a post. Most posts draw it by chance; some ids have it for certain. */
export type Quirks = {
  state: "public" | "deleted" | "private";
  likesHidden: boolean;
  commentsOff: boolean;
  /** The provider describes it in a way that its documentation does not know. */
  odd: boolean;
  /** Replaces the view count: larger than a curve gets. */
  views: bigint | null;
};

const PLAIN: Quirks = {
  state: "public",
  likesHidden: false,
  commentsOff: false,
  odd: false,
  views: null,
};

/** Ids beginning so (YouTube, Instagram) are what they say. */
const BY_PREFIX: [string, Partial<Quirks>][] = [
  ["simPlain", {}],
  ["simGone", { state: "deleted" }],
  ["simPriv", { state: "private" }],
  ["simNoLike", { likesHidden: true }],
  ["simNoComm", { commentsOff: true }],
  ["simOdd", { odd: true }],
  // Beyond 2^31, and beyond 2^53, where a JavaScript number is no longer exact.
  ["simBig", { views: 3_123_456_789n }],
  ["simHuge", { views: 9_007_199_254_740_993n }],
];

/** The same for ids in digits (TikTok), by their last six. */
const BY_ENDING: Record<string, Partial<Quirks>> = {
  "990000": {},
  "990001": { state: "deleted" },
  "990002": { state: "private" },
  "990003": { likesHidden: true },
  "990004": { commentsOff: true },
  "990005": { odd: true },
  "990006": { views: 3_123_456_789n },
  "990007": { views: 9_007_199_254_740_993n },
};

/** The quirks of a post: by its id if that is special, else by chance. */
export function quirksOf(id: string, random: () => number): Quirks {
  const [state, likes, comments] = [random(), random(), random()];
  const special = specialOf(id);
  if (special) return { ...PLAIN, ...special };
  return {
    ...PLAIN,
    state: state < 0.01 ? "deleted" : state < 0.02 ? "private" : "public",
    likesHidden: likes < 0.05,
    commentsOff: comments < 0.04,
  };
}

function specialOf(id: string) {
  if (id.startsWith("sim")) return BY_PREFIX.find(([prefix]) => id.startsWith(prefix))?.[1];
  return id.length === 19 ? BY_ENDING[id.slice(-6)] : undefined;
}
