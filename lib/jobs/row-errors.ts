import { PLATFORM_NAMES, type PlatformId, type RowError } from "@/lib/platforms/platform";

type Explanation = { title: string; sentence: string };

/** What happened to a row and what to do next, in words. */
export function explainRowError(
  code: RowError,
  platform: PlatformId,
  detail: string | null,
): Explanation {
  const name = PLATFORM_NAMES[platform];
  switch (code) {
    case "not_found":
      return {
        title: "Not found or private.",
        sentence: "The post may have been removed. Check the link, then retry this row.",
      };
    case "not_configured":
      return {
        title: "Not configured.",
        sentence: detail ?? `This server has no key for ${name}. Ask whoever runs it.`,
      };
    case "needs_account":
      return {
        title: "Needs a connected account.",
        sentence: `The page or profile of this post is not among the accounts connected here, and ${name} gives numbers only to those who manage it. Connect it under Accounts (its posts of 30 days are found at once), then retry this row.`,
      };
    case "rate_limited":
      return {
        title: "Rate limited.",
        sentence: `${name} asked us to slow down. The row goes on by itself.`,
      };
    case "quota":
      return {
        title: "Daily quota spent.",
        sentence: `${name}'s quota for today is spent. The row goes on by itself when it is renewed.`,
      };
    case "unsupported_link":
      return {
        title: "Unsupported link.",
        sentence:
          detail ?? "This link does not lead to a post. Open the post and copy its own link.",
      };
    case "permission":
      return {
        title: "No permission.",
        sentence: detail ?? `${name} does not let this server read the post.`,
      };
    case "provider_error":
      return {
        title: "Provider error.",
        sentence: `${detail ?? "The provider did not give a usable answer."} Retry this row in a few minutes.`,
      };
    case "internal":
      return {
        title: "Our fault.",
        sentence: `${detail ?? "This row broke on our side."} Retry it, and tell us if it happens again.`,
      };
  }
}

/** The short name of a failure, for lists by cause. */
export function rowErrorTitle(code: RowError) {
  return explainRowError(code, "youtube", null).title.replace(/\.$/, "");
}
