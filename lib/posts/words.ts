import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

/** Why nothing was measured for a while, each short enough to stand in the gap. */
export function gapReason(codes: string, platform: PlatformId): string {
  return codes
    .split(", ")
    .map((code) => gapPhrase(code, PLATFORM_NAMES[platform]))
    .join(", ");
}

function gapPhrase(code: string, name: string): string {
  switch (code) {
    case "no_run":
      return "no run took place";
    case "on_demand":
      return "measured only when asked";
    case "needs_reconnect":
      return "the account had to be reconnected";
    case "token":
      return `${name} did not take the sign-in`;
    case "rate_limited":
      return `${name} asked us to slow down`;
    case "quota":
      return `${name}’s daily quota was spent`;
    case "provider_error":
      return `${name} answered with errors`;
    case "permission":
      return `${name} gave no permission`;
    case "not_configured":
      return `this server had no key for ${name}`;
    case "pending":
      return `${name} had not answered yet`;
    case "superseded":
      return "a later run took its place";
    case "cancelled":
      return "the run was cancelled";
    case "gone":
      return "the post was not found";
    default:
      return "it failed on our side";
  }
}

/** What went wrong with measuring a post, and why: the sentences before what happens next. */
export function failureCause(code: string | null, detail: string | null, platform: PlatformId) {
  const name = PLATFORM_NAMES[platform];
  const said = detail && (/[.!?]$/.test(detail) ? detail : `${detail}.`);
  switch (code) {
    case "permission":
      return {
        title: "No permission.",
        sentence: said ?? `${name} does not show this post’s numbers.`,
      };
    case "provider_error":
      return { title: `${name} gave no usable answer.`, sentence: said ?? "" };
    case "not_found":
      return {
        title: "Not found.",
        sentence: said ?? `${name} does not know this post at the moment.`,
      };
    case "not_configured":
      return { title: "Not configured.", sentence: said ?? `This server has no key for ${name}.` };
    case "needs_account":
      return {
        title: "Needs a connected account.",
        sentence: said ?? `${name} gives numbers to those who manage the account only.`,
      };
    case "rate_limited":
      return { title: `${name} asked us to slow down.`, sentence: said ?? "" };
    case "quota":
      return { title: `${name}’s daily quota is spent.`, sentence: said ?? "" };
    default:
      return { title: "It failed on our side.", sentence: said ?? "" };
  }
}
