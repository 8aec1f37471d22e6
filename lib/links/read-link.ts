import type { PlatformId } from "../platforms/platform.ts";
import { isSiteName, readAddress } from "./address.ts";
import type { Link, LinkProblem } from "./link.ts";
import type { LinkReading } from "./link-reader.ts";
import { linkReader } from "./link-readers.ts";

const MAX_WRAPPERS = 3;

/**
 * Reads any text as the link of a post and makes it canonical: one post, one id, whatever
 * form its link had. Never throws and fetches nothing; what is behind a short link stays open.
 */
export function readLink(text: string): Link {
  let link = text;
  for (let wrappers = 0; wrappers <= MAX_WRAPPERS; wrappers++) {
    const address = readAddress(link);
    if (typeof address === "string") return unusable(address);
    const reader = linkReader(address.host);
    if (!reader) return unusable(isSiteName(address.host) ? "other_host" : "malformed");
    const reading = reader.read(address);
    if (!reading) return unusable("not_a_post");
    if (reading.kind !== "wrapped") return onPlatform(reader.platform, reading);
    link = reading.link;
  }
  return unusable("malformed");
}

function onPlatform(
  platform: PlatformId,
  reading: Exclude<LinkReading, { kind: "wrapped" }>,
): Link {
  const { kind, url } = reading;
  if (kind === "short") return { kind, platform, url };
  return { kind, platform, externalId: reading.externalId, url };
}

function unusable(problem: LinkProblem): Link {
  return { kind: "unusable", problem };
}
