import type { LinkReader, LinkReading } from "./link-reader.ts";

// Codes of private posts are longer than the usual eleven characters.
const SHORTCODE = /^[\w-]{5,64}$/;
const TOKEN = /^[\w-]{5,64}$/;
const KINDS = new Set(["p", "reel", "reels", "tv"]);
const RESERVED = new Set(["stories", "explore", "share", "accounts", "direct"]);

export const instagramLinks: LinkReader = {
  platform: "instagram",
  hosts: ["instagram.com", "instagr.am", "l.instagram.com"],

  read(address) {
    if (address.host === "l.instagram.com") {
      const link = address.query("u");
      return link ? { kind: "wrapped", link } : null;
    }
    const [first = "", second = "", third = ""] = address.path;
    if (KINDS.has(first)) return post(first, second);
    if (first === "share") return share(second, third);
    return KINDS.has(second) && !RESERVED.has(first) ? post(second, third) : null;
  },
};

function post(kind: string, code: string): LinkReading | null {
  // `/reels/audio/…` is a sound, not a post.
  if (!SHORTCODE.test(code) || code === "audio") return null;
  const place = kind === "reel" || kind === "reels" ? "reel" : "p";
  return { kind: "post", externalId: code, url: `https://www.instagram.com/${place}/${code}/` };
}

// A share token looks like a shortcode but is none: only its redirect knows the post.
function share(kind: string, token: string): LinkReading | null {
  const known = kind === "reel" || kind === "p";
  if (!known || !TOKEN.test(token)) return null;
  return { kind: "short", url: `https://www.instagram.com/share/${kind}/${token}/` };
}
