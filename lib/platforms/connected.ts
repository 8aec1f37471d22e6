import type { Measured, Metric } from "./metric.ts";
import type { Limits, Observation, PlatformId } from "./platform.ts";

/** What can be connected. Each has its own API, token and set of numbers. */
export const ACCOUNT_KINDS = [
  "youtube_channel",
  "tiktok_user",
  /** A professional Instagram account behind a Facebook Page: all metrics. */
  "instagram_page",
  /** The same by Instagram Login: no saves, shares and totals in lists. */
  "instagram_user",
  "facebook_page",
  "linkedin_organization",
  "linkedin_member",
] as const;

export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** The ways to connect, one button each. */
export const CONNECTIONS = [
  "youtube",
  "tiktok",
  "instagram",
  "instagram_login",
  "facebook",
  "linkedin",
] as const;

export type Connection = (typeof CONNECTIONS)[number];

/** Tokens of one account in the clear: only ever in memory. Times are ISO 8601, null when they never end. */
export type Grant = {
  accessToken: string;
  accessExpiresAt: string | null;
  refreshToken: string | null;
  /** When the person has to sign in again, whatever we refresh. */
  reconnectBy: string | null;
  scopes: string[];
};

/** Why a token is dead. Sentences and next steps stand in `lib/accounts/token-problems.ts`. */
export const TOKEN_PROBLEMS = [
  "expired",
  "revoked",
  "password_changed",
  "checkpoint",
  "no_page_role",
  "refresh_failed",
  "scope_missing",
  "unreadable",
] as const;

export type TokenProblem = (typeof TOKEN_PROBLEMS)[number];

export type FoundAccount = {
  kind: AccountKind;
  /** The platform's id of the account: channel id, open id, page id, Instagram user id, URN. */
  externalId: string;
  handle: string | null;
  name: string;
  avatarUrl: string | null;
  url: string | null;
  grant: Grant;
};

/** What a call to an OAuth server came to. `detail` is a sentence without secrets. */
export type LoginResult<T> =
  | { kind: "done"; value: T }
  /** The grant or code is no longer good: the person has to sign in again. */
  | { kind: "dead"; problem: TokenProblem; detail: string }
  /** The server did not answer as it should: try again later. */
  | { kind: "later"; afterSeconds: number | null; detail: string }
  /** Nothing to connect: no channel, no Page, not a professional account. */
  | { kind: "nothing"; detail: string };

export type Scope = {
  id: string;
  /** What is missing without it, as a sentence: "Reach and saves of your posts." */
  gives: string;
  required: boolean;
};

/** An OAuth server as one connection uses it. */
export type Login = {
  connection: Connection;
  platform: PlatformId;
  scopes: Scope[];
  authorizeUrl: (ask: { state: string; codeChallenge: string; redirectUri: string }) => URL;
  /** Exchanges the code and finds the accounts it opens. */
  exchange: (ask: {
    code: string;
    codeVerifier: string;
    redirectUri: string;
    signal: AbortSignal;
  }) => Promise<LoginResult<FoundAccount[]>>;
  /** A fresh grant. With a rotated refresh token the old one is dead from then on. */
  refresh: (grant: Grant, kind: AccountKind, signal: AbortSignal) => Promise<LoginResult<Grant>>;
};

export type LoginChoice =
  | { kind: "ready"; login: Login }
  /** `detail` names the setting: "TIKTOK_CLIENT_KEY is not configured." */
  | { kind: "unavailable"; detail: string };

/** Who is asking a platform, and for which account. */
export type Access = {
  kind: AccountKind;
  accountExternalId: string;
  accessToken: string;
  scopes: string[];
  /** Metric names that the platform rejected for this account within the last day: not asked for. */
  rejectedMetrics: string[];
  signal: AbortSignal;
};

/** How much of the platform's own limit is used, from its headers: 0 to 100 and beyond. */
export type Usage = { percent: number; regainAfterSeconds: number | null; limit?: LimitOwner };

/** Whose limit it is: all accounts of this server wait (the default of a refusal), or this one alone. */
export type LimitOwner = "app" | "account";

/** A metric that the platform refused by name. The others were fetched without it. */
export type RejectedMetric = {
  /** The platform's own name. */
  name: string;
  /** The column it would have filled. */
  metric: Metric | null;
  /** The platform's sentence. */
  detail: string;
};

/** What a call to a platform's API came to. `calls` counts the requests (or quota units) really spent. */
export type ApiResult<T> =
  | { kind: "done"; value: T; calls: number; usage: Usage | null; rejected: RejectedMetric[] }
  /** Not now. `quota` ends with the provider's day. */
  | {
      kind: "refused";
      code: "rate_limited" | "quota" | "provider_error";
      afterSeconds: number | null;
      detail: string;
      calls: number;
      limit?: LimitOwner;
    }
  /** The token is not accepted. `refreshable`: a fresh one may be (YouTube, TikTok, LinkedIn 401). */
  | {
      kind: "unauthorized";
      problem: TokenProblem;
      refreshable: boolean;
      detail: string;
      calls: number;
    }
  /** Final: a scope or a role is missing, the server's settings are wrong, our request was. */
  | {
      kind: "failed";
      code: "permission" | "not_configured" | "internal" | "quota";
      detail: string;
      calls: number;
    };

/** A post in an account's list: everything but its numbers. */
export type ListedPost = Omit<Observation, "metrics" | "definition" | "payload"> & {
  /** The id that the platform's API wants (Graph media id, URN), often not the one in the link. */
  apiId: string;
};

export type PostPage = {
  /** Newest first. */
  posts: ListedPost[];
  /** Ask again with it; null at the end, or when everything older lies before `since`. */
  cursor: string | null;
  /** Items that were not as documented: left out, and told. */
  unreadable?: number;
};

export type AccountPost = {
  apiId: string;
  externalId: string;
  mediaKind: Observation["mediaKind"];
  /** ISO 8601. */
  publishedAt: string | null;
};

/** What one source said of one post. */
export type Measurement = {
  /** `youtube_data`, `youtube_analytics`, `instagram_graph`, `facebook_graph`, `tiktok_display`, `linkedin_org`, `linkedin_member`. */
  source: string;
  metrics: Measured;
  /** An id in `metric_definitions`. */
  definition: string;
  /** What the platform sent about this post, as one JSON text; several answers as {"media":…,"insights":…}. */
  payload: string;
};

export type PostOutcome =
  /** One for each source; the first is the one that counts in lists. */
  | { kind: "measured"; measurements: Measurement[] }
  /** Deleted, private, or not this account's any more. */
  | { kind: "gone"; detail: string }
  /** This post alone could not be read now: try it again. */
  | { kind: "later"; detail: string }
  | { kind: "failed"; code: "permission" | "provider_error"; detail: string };

/** How many follow an account, or why that is not told: never 0 in its place. */
export type Followers =
  | {
      kind: "counted";
      /** Decimal digits. */
      followers: string;
      /** The platform rounds it. */
      isRounded: boolean;
      /** As of a `Measurement`. */
      source: string;
      payload: string;
    }
  | { kind: "missing"; reason: "not_offered" | "hidden" | "scope_missing"; detail: string };

export type Comment = {
  externalId: string;
  /** The comment it answers; null at the top. */
  parentExternalId: string | null;
  authorExternalId: string | null;
  authorHandle: string | null;
  authorName: string | null;
  text: string | null;
  /** Null when the platform does not say. */
  likes: string | null;
  replies: string | null;
  publishedAt: string | null;
  payload: string;
};

export type CommentPage =
  | { state: "open"; comments: Comment[]; cursor: string | null }
  /** Switched off by the author: a state, not an empty list. */
  | { state: "off" }
  /** This API has no comment texts. */
  | { state: "not_offered"; detail: string };

/** One kind of connected account: everything the product may ask of its platform. Nothing here throws for what a platform did. */
export type Platform = {
  id: PlatformId;
  kind: AccountKind;
  /** Posts measured by one call of `measure`. */
  batchSize: number;
  /** Calls (or units) that measuring so many posts may take at most: reserved before. */
  callsFor: (posts: number) => number;
  /** The whole server's limit at this platform, and one account's: both are reserved. Without `credential`: the account's id is it. */
  limits: { app: Limits; account: Omit<Limits, "credential"> };
  simulated: boolean;
  /** One page of posts, newest first. Stops asking once posts are older than `since`. */
  listPosts: (
    access: Access,
    ask: { since: string; cursor: string | null },
  ) => Promise<ApiResult<PostPage>>;
  /** Asked once each time the posts are listed: at most one call. */
  readFollowers: (access: Access) => Promise<ApiResult<Followers>>;
  /** Each apiId of `posts` is a key of the answer. */
  measure: (access: Access, posts: AccountPost[]) => Promise<ApiResult<Map<string, PostOutcome>>>;
  listComments: (
    access: Access,
    post: AccountPost,
    ask: { cursor: string | null },
  ) => Promise<ApiResult<CommentPage>>;
};

export type PlatformChoice =
  | { kind: "ready"; platform: Platform }
  | { kind: "unavailable"; detail: string };
