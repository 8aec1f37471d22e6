import type { LinkReader, LinkReading } from "./link-reader.ts";

const POST_ID = /^\d{8,20}$/;
const CODE = /^[A-Za-z0-9]{5,32}$/;
const USER = /^@[\w.]{2,24}$/;

export const tiktokLinks: LinkReader = {
  platform: "tiktok",
  hosts: ["tiktok.com", "vm.tiktok.com", "vt.tiktok.com"],

  read({ host, path }) {
    const [first = "", second = "", third = ""] = path;
    if (host !== "tiktok.com") return short(`https://${host}/`, first);
    if (first.startsWith("@")) {
      if (second !== "video" && second !== "photo") return null;
      return post(third, USER.test(first) ? `${first}/${second}` : undefined);
    }
    if (first === "t") return short("https://www.tiktok.com/t/", second);
    if (first === "v") return post(second.replace(/\.html$/, ""));
    if (first === "video") return post(second);
    if (first === "share" && second === "video") return post(third);
    if (first === "player" && second === "v1") return post(third);
    if (first === "embed") return post(second === "v2" ? third : second);
    return null;
  },
};

function post(id: string, place = "share/video"): LinkReading | null {
  if (!POST_ID.test(id)) return null;
  return { kind: "post", externalId: id, url: `https://www.tiktok.com/${place}/${id}` };
}

function short(base: string, code: string): LinkReading | null {
  return CODE.test(code) ? { kind: "short", url: `${base}${code}/` } : null;
}
