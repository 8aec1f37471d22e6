import { hash, randomOf } from "./random.ts";

export const ACCOUNT_PLATFORMS = [
  "youtube",
  "tiktok",
  "instagram",
  "facebook",
  "linkedin",
] as const;

export type AccountPlatform = (typeof ACCOUNT_PLATFORMS)[number];

/** An account that can be connected. */
export type Account = {
  platform: AccountPlatform;
  /** Channel id, open id, Instagram user id, Page id, or `urn:li:organization:…` / `urn:li:person:…`. */
  id: string;
  handle: string;
  name: string;
  /** Posts a month. */
  monthlyPosts: number;
  /** Not offered on the consent page unless asked for: for measuring. */
  large: boolean;
};

/** A post of an account. What it says and counts is `postOf` with its id and date. */
export type AccountPost = {
  account: Account;
  /** In links: video id, shortcode, `page_post`, URN. */
  id: string;
  /** In the platform's API: the same, but for Instagram's Graph id. */
  apiId: string;
  publishedMs: number;
};

const MONTH_MS = 30 * 86_400_000;
/** Posts exist from two months before the world began until two months after. */
const MONTHS = 2;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const NAMES = [
  { handle: "harbor.oats", name: "Harbor Oats", monthlyPosts: 24 },
  { handle: "papertrail.maps", name: "Papertrail Maps", monthlyPosts: 40 },
  { handle: "northlight.studio", name: "Northlight Studio", monthlyPosts: 9 },
];
const LARGE = ["one", "two", "three", "four"].map((word) => ({
  handle: `large.${word}`,
  name: `Large account ${word}`,
  monthlyPosts: 500,
}));

export type AccountBook = {
  accounts: Account[];
  find: (platform: AccountPlatform, accountId: string) => Account | undefined;
  /** Newest first, only what is published by `nowMs`. */
  postsOf: (account: Account, nowMs: number) => AccountPost[];
  /** By the id in links or in the API. */
  post: (platform: AccountPlatform, id: string) => AccountPost | undefined;
};

/** The accounts of a world and their posts. The same seed and beginning, the same book. */
export function createAccountBook(seed: string, anchorMs: number): AccountBook {
  const accounts = ACCOUNT_PLATFORMS.flatMap((platform) =>
    [...NAMES, ...LARGE].map((each, index): Account => {
      const number = String(hash(`${seed}:${platform}:${each.handle}`)).padStart(10, "0");
      return { platform, id: accountId(platform, number, index), ...each, large: index >= 3 };
    }),
  );
  const posts = new Map<Account, AccountPost[]>();
  const byId = new Map<string, AccountPost>();
  for (const account of accounts) {
    const own = makePosts(seed, account, anchorMs);
    posts.set(account, own);
    for (const post of own) {
      byId.set(`${account.platform} ${post.id}`, post);
      byId.set(`${account.platform} ${post.apiId}`, post);
    }
  }
  return {
    accounts,
    find: (platform, id) => accounts.find((each) => each.platform === platform && each.id === id),
    postsOf: (account, nowMs) =>
      (posts.get(account) ?? []).filter(({ publishedMs }) => publishedMs <= nowMs),
    post: (platform, id) => byId.get(`${platform} ${id}`),
  };
}

function makePosts(seed: string, account: Account, anchorMs: number): AccountPost[] {
  const random = randomOf(`${seed}:${account.id}`);
  const everyMs = MONTH_MS / account.monthlyPosts;
  return Array.from({ length: account.monthlyPosts * MONTHS * 2 }, (_, index) => {
    // Each somewhere within its own interval, so that none overtakes another.
    const publishedMs = Math.floor(anchorMs + MONTHS * MONTH_MS - (index + random()) * everyMs);
    return { account, publishedMs, ...postIds(seed, account, publishedMs, index) };
  });
}

function accountId(platform: AccountPlatform, number: string, index: number) {
  switch (platform) {
    case "youtube":
      return `UC${`${letters(number, 10)}${letters(`${number}x`, 12)}`}`;
    case "tiktok":
      return `-000${number}open`;
    case "instagram":
      return `17841${number}00`;
    case "facebook":
      return `10${number}000`;
    case "linkedin":
      // The third is a person, the others are organizations.
      return index === 2 ? `urn:li:person:${letters(number, 10)}` : `urn:li:organization:${number}`;
  }
}

function postIds(seed: string, account: Account, publishedMs: number, index: number) {
  const key = `${seed}:${account.id}:${index}`;
  const low = hash(key);
  switch (account.platform) {
    case "youtube":
    case "instagram": {
      const code = `${account.platform === "instagram" ? "D" : "k"}${letters(key, 10)}`;
      const apiId = `179${String(low).padStart(10, "0")}${String(index).padStart(4, "0")}`;
      return { id: code, apiId: account.platform === "instagram" ? apiId : code };
    }
    case "tiktok": {
      // The upper 32 bits of an id are its creation time in seconds.
      const id = String((BigInt(Math.floor(publishedMs / 1000)) << 32n) | BigInt(low));
      return { id, apiId: id };
    }
    case "facebook": {
      const id = `${account.id}_${String(low).padStart(10, "1")}${index}`;
      return { id, apiId: id };
    }
    case "linkedin": {
      // Upper bits: creation time in milliseconds.
      const kind = index % 3 === 0 ? "ugcPost" : "share";
      const id = `urn:li:${kind}:${(BigInt(publishedMs) << 22n) | BigInt(low & 0x3fffff)}`;
      return { id, apiId: id };
    }
  }
}

function letters(text: string, length: number) {
  const random = randomOf(text);
  return Array.from({ length }, () => ALPHABET[Math.floor(random() * 64)]).join("");
}
