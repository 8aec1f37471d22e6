import type { PostOutcome } from "../connected.ts";

/** An activity and a share of the same post have two numbers, and nothing turns one into the other. */
export function notMeasurable(urn: string): PostOutcome {
  const detail = `LinkedIn measures posts by their share or ugcPost number, and ${urn} is neither. Use the link that "Copy link to post" gives.`;
  return { kind: "failed", code: "provider_error", detail };
}
