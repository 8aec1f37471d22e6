import type { LinkReader, LinkReading } from "./link-reader.ts";

const VIDEO_ID = /^[\w-]{11}$/;
// These stand where an id would, and one of them is as long as an id.
const NOT_IDS = new Set(["videoseries", "live_stream"]);
const ID_IN_PATH = new Set(["shorts", "live", "embed", "v", "e"]);

export const youtubeLinks: LinkReader = {
  platform: "youtube",
  hosts: [
    "youtube.com",
    "music.youtube.com",
    "gaming.youtube.com",
    "youtu.be",
    "youtube-nocookie.com",
  ],

  read(address) {
    const [first = "", second] = address.path;
    if (address.host === "youtu.be") return video(first);
    const kind = first.toLowerCase();
    if (kind === "watch") return video(address.query("v"));
    if (ID_IN_PATH.has(kind)) return video(second);
    if (kind === "attribution_link") return wrapped(address.query("u"));
    if (kind === "redirect") return wrapped(address.query("q"));
    return null;
  },
};

function video(id: string | null | undefined): LinkReading | null {
  if (!id || !VIDEO_ID.test(id) || NOT_IDS.has(id)) return null;
  return { kind: "post", externalId: id, url: `https://www.youtube.com/watch?v=${id}` };
}

function wrapped(link: string | null): LinkReading | null {
  if (!link) return null;
  return { kind: "wrapped", link: link.startsWith("/") ? `https://www.youtube.com${link}` : link };
}
