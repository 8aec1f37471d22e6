import type { PlatformId } from "../platforms/platform.ts";

/** What a link turned out to be. Every string gets one of these; nothing throws. */
export type Link =
  | {
      kind: "post";
      platform: PlatformId;
      /** The platform's id of the post: duplicates are told by it. */
      externalId: string;
      /** Without tracking parameters. */
      url: string;
    }
  /** A post behind a redirect: the job resolves it. `url` is its cleaned form. */
  | { kind: "short"; platform: PlatformId; url: string }
  | { kind: "unusable"; problem: LinkProblem };

export const LINK_PROBLEMS = [
  "empty",
  "too_long",
  "not_http",
  "malformed",
  "other_host",
  "not_a_post",
] as const;

export type LinkProblem = (typeof LINK_PROBLEMS)[number];
