import type { Address } from "./address.ts";
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

  read({ host, path, query }) {
    const [first = "", second] = path;
    if (host === "youtu.be") return video(first);
    const kind = first.toLowerCase();
    if (kind === "watch") return video(query("v"));
    if (ID_IN_PATH.has(kind)) return video(second);
    if (kind === "attribution_link") return wrapped(query, "u");
    if (kind === "redirect") return wrapped(query, "q");
    return null;
  },
};

function video(id: string | null | undefined): LinkReading | null {
  if (!id || !VIDEO_ID.test(id) || NOT_IDS.has(id)) return null;
  return { kind: "post", externalId: id, url: `https://www.youtube.com/watch?v=${id}` };
}

function wrapped(query: Address["query"], name: string): LinkReading | null {
  const link = query(name);
  if (!link) return null;
  return { kind: "wrapped", link: link.startsWith("/") ? `https://www.youtube.com${link}` : link };
}
