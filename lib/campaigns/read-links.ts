import { LINK_PROBLEM_SENTENCES } from "@/lib/links/link-problem";
import { readLink } from "@/lib/links/read-link";
import type { PlatformId } from "@/lib/platforms/platform";

type ReadLink = { place: number; platform: PlatformId; external_id: string; url: string };
type RefusedLink = { link: string; why: string };

/** Which posts the links mean, and of the others why they mean none. */
export function readCampaignLinks(links: string[]) {
  const read: ReadLink[] = [];
  const refused: RefusedLink[] = [];
  links.forEach((text, place) => {
    const link = readLink(text);
    if (link.kind === "post") {
      const { platform, externalId, url } = link;
      read.push({ place, platform, external_id: externalId, url });
    } else if (link.kind === "short") {
      refused.push({
        link: text,
        why: "A short link: what is behind it is known once an upload has followed it.",
      });
    } else {
      const { title, mend } = LINK_PROBLEM_SENTENCES[link.problem];
      refused.push({ link: text, why: `${title}. ${mend}` });
    }
  });
  return { read, refused };
}
