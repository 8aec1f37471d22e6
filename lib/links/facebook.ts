import type { Address } from "./address.ts";
import { facebookPost, facebookVideo, photo } from "./facebook-post.ts";
import type { LinkReader, LinkReading } from "./link-reader.ts";

const TOKEN = /^[\w-]{4,64}$/;

export const facebookLinks: LinkReader = {
  platform: "facebook",
  hosts: [
    "facebook.com",
    "web.facebook.com",
    "mbasic.facebook.com",
    "fb.com",
    "fb.watch",
    "l.facebook.com",
    "lm.facebook.com",
  ],

  read(address) {
    const { host, path } = address;
    const [first = "", second = "", third = ""] = path;
    if (host === "fb.watch") return short("https://fb.watch/", first);
    if (first === "l.php") return wrapped(address.query("u"));
    if (first === "plugins") return wrapped(address.query("href"));
    if (first === "share") return share(second, third);
    if (first === "reel" || first === "reels") return facebookVideo(second, "reel");
    return readQuery(first, address) ?? readPath(path);
  },
};

function readQuery(page: string, address: Address): LinkReading | null {
  if (page === "permalink.php" || page === "story.php") {
    return facebookPost(address.query("story_fbid") ?? "", address.query("id") ?? "");
  }
  if (page === "watch" || page === "video.php")
    return facebookVideo(address.query("v") ?? "", "watch");
  if (page === "photo" || page === "photo.php") return photo(address.query("fbid") ?? "");
  return null;
}

function readPath(path: string[]): LinkReading | null {
  const [page = "", kind = ""] = path;
  const last = path.at(-1) ?? "";
  if (page === "groups") return path.length === 4 ? groupPost(path) : null;
  if (path.length < 3 || path.length > 4) return null;
  if (kind === "posts") return facebookPost(last, page);
  if (kind === "videos") return facebookVideo(last, "watch");
  return kind === "photos" ? photo(last) : null;
}

function groupPost([, group = "", kind = "", id = ""]: string[]): LinkReading | null {
  const isPost = kind === "posts" || kind === "permalink";
  if (!isPost || !/^[\w.]+$/.test(group) || !/^\d{5,20}$/.test(id)) return null;
  const url = `https://www.facebook.com/groups/${group}/posts/${id}`;
  return { kind: "post", externalId: /^\d+$/.test(group) ? `${group}_${id}` : id, url };
}

function share(kind: string, token: string): LinkReading | null {
  return kind === "p" || kind === "v" || kind === "r"
    ? short(`https://www.facebook.com/share/${kind}/`, token)
    : null;
}

function short(base: string, token: string): LinkReading | null {
  return TOKEN.test(token) ? { kind: "short", url: `${base}${token}/` } : null;
}

function wrapped(link: string | null): LinkReading | null {
  return link ? { kind: "wrapped", link } : null;
}
