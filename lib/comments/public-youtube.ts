import "server-only";
import type { AccountPost, ApiResult, CommentPage } from "@/lib/platforms/connected";
import { type GoogleCaller, googleCaller } from "@/lib/platforms/google/caller";
import { listComments } from "@/lib/platforms/google/comments";
import type { Limits } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";
import { effectiveSettings, type PlatformSettings } from "@/lib/platforms/settings";

type PublicComments =
  | {
      kind: "ready";
      limits: Limits;
      simulated: boolean;
      list: (
        post: AccountPost,
        ask: { cursor: string | null },
        signal: AbortSignal,
      ) => Promise<ApiResult<CommentPage>>;
    }
  | { kind: "unavailable"; detail: string };

/** Comments of public videos with the server's own key, out of the budget that it measures them with. */
export function publicYoutubeComments(unchecked: PlatformSettings): PublicComments {
  const settings = effectiveSettings(unchecked);
  const { YOUTUBE_API_KEY: key, YOUTUBE_BASE_URL: baseUrl } = settings;
  const choice = sourceFor("youtube", unchecked);
  if (choice.kind === "unavailable") return choice;
  if (!key) return { kind: "unavailable", detail: "YOUTUBE_API_KEY is not configured." };
  const { limits, simulated } = choice.source;
  return {
    kind: "ready",
    limits,
    simulated,
    list: (post, ask, signal) => listComments(baseUrl, withKey(key, signal), post, ask, settings),
  };
}

function withKey(key: string, signal: AbortSignal): GoogleCaller {
  const caller = googleCaller({ accessToken: "", signal }, {});
  return { ...caller, get: (url, query) => caller.get(url, query, { key }) };
}
