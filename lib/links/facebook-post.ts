import type { LinkReading } from "./link-reader.ts";

const DIGITS = /^\d{5,20}$/;
const PAGE_ID = /^\d{5,20}$/;
const PAGE_NAME = /^[\w.%-]{1,200}$/;
// Opaque and different for each viewer: it can only be kept as it is.
const PFBID = /^pfbid[A-Za-z0-9]{10,120}$/;

/** A post of a page. With a numeric page the id is the one of the Graph API, `page_post`. */
export function facebookPost(id: string, page: string): LinkReading | null {
  if (!DIGITS.test(id) && !PFBID.test(id)) return null;
  if (!PAGE_NAME.test(page)) return null;
  if (!PAGE_ID.test(page)) return post(id, `${page}/posts/${id}`);
  const url = `permalink.php?story_fbid=${id}&id=${page}`;
  return post(PFBID.test(id) ? id : `${page}_${id}`, url);
}

/** A video or reel: both share one id space. */
export function facebookVideo(id: string, form: "reel" | "watch"): LinkReading | null {
  if (!DIGITS.test(id)) return null;
  return post(id, form === "reel" ? `reel/${id}` : `watch/?v=${id}`);
}

export function photo(id: string): LinkReading | null {
  return DIGITS.test(id) ? post(id, `photo/?fbid=${id}`) : null;
}

function post(externalId: string, place: string): LinkReading {
  return { kind: "post", externalId, url: `https://www.facebook.com/${place}` };
}
