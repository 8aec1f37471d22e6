import { facebookLinks } from "./facebook.ts";
import { instagramLinks } from "./instagram.ts";
import type { LinkReader } from "./link-reader.ts";
import { linkedinLinks } from "./linkedin.ts";
import { tiktokLinks } from "./tiktok.ts";
import { youtubeLinks } from "./youtube.ts";

const READERS = [youtubeLinks, tiktokLinks, instagramLinks, facebookLinks, linkedinLinks];

const BY_HOST = new Map(READERS.flatMap((reader) => reader.hosts.map((host) => [host, reader])));
const LINKEDIN_COUNTRY = /^[a-z]{2,3}\.linkedin\.com$/;

/** The reader for a host as `Address` names it. Hosts are compared whole, never by part. */
export function linkReader(host: string): LinkReader | null {
  return BY_HOST.get(host) ?? (LINKEDIN_COUNTRY.test(host) ? linkedinLinks : null);
}
