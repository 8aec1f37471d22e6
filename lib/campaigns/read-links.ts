import { AppError } from "@/lib/errors";
import { LINK_PROBLEM_SENTENCES } from "@/lib/links/link-problem";
import { readLink } from "@/lib/links/read-link";
import type { PlatformId } from "@/lib/platforms/platform";

const MOST_LINKS = 1000;
const BETWEEN_LINKS = /\s+|[,;]+(?=\s|https?:\/\/|$)/i;

type ReadLink = { place: number; platform: PlatformId; external_id: string; url: string };
type RefusedLink = { link: string; why: string };

/** Links in pasted text: one a line, or several with blanks or commas between them. */
export function linksIn(text: string) {
  const links = text.split(BETWEEN_LINKS).filter(Boolean);
  if (links.length === 0) {
    throw new AppError("invalid_input", "There is no link. Paste at least one.");
  }
  if (links.length > MOST_LINKS) {
    throw new AppError(
      "invalid_input",
      `Found ${links.length} links, expected at most ${MOST_LINKS} at once. Paste the rest afterwards.`,
    );
  }
  return links;
}

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
