import { decoded } from "./address.ts";
import type { LinkReader, LinkReading } from "./link-reader.ts";

// The three id spaces differ: an activity and a share of the same post have two numbers.
const SPACES: Record<string, string> = {
  activity: "activity",
  share: "share",
  ugcpost: "ugcPost",
};
const URN = /^urn:li:(activity|share|ugcPost):(\d{10,20})$/i;
const POST_SLUG = /[-_](activity|share|ugcpost)-(\d{10,20})(?:-[\w-]{1,12})?$/i;
const CODE = /^[\w-]{3,32}$/;

export const linkedinLinks: LinkReader = {
  platform: "linkedin",
  hosts: ["linkedin.com", "lnkd.in"],

  read(address) {
    const [first = "", second = "", third = "", fourth = ""] = address.path;
    if (address.host === "lnkd.in") return short(first === "p" ? `p/${second}` : first);
    if (first === "posts") return post(POST_SLUG.exec(second));
    if (first === "feed" && second === "update") return urn(third);
    if (first === "embed" && second === "feed" && third === "update") return urn(fourth);
    if (first === "video" && second === "live") return urn(third);
    if (first === "redir" || first === "safety") {
      const link = address.query("url");
      return link ? { kind: "wrapped", link } : null;
    }
    return null;
  },
};

function urn(part: string): LinkReading | null {
  return post(URN.exec(decoded(part) ?? ""));
}

function post(match: RegExpExecArray | null): LinkReading | null {
  const space = SPACES[match?.[1]?.toLowerCase() ?? ""];
  if (!space || !match?.[2]) return null;
  const externalId = `urn:li:${space}:${match[2]}`;
  return { kind: "post", externalId, url: `https://www.linkedin.com/feed/update/${externalId}/` };
}

function short(code: string): LinkReading | null {
  return CODE.test(code.replace(/^p\//, ""))
    ? { kind: "short", url: `https://lnkd.in/${code}` }
    : null;
}
