import { AppError } from "@/lib/errors";
import { LINK_PROBLEM_SENTENCES } from "@/lib/links/link-problem";
import { readLink } from "@/lib/links/read-link";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import type { ExternalReference, NewSchedule } from "@/lib/schedules/schema";

/** A reference as `create_schedule` takes it. Without a link only a known post can be meant. */
export type Reference = {
  /** Where it stood in the request. */
  field: string;
  provider: PlatformId;
  ref_id: string;
  ref_url: string | null;
  external_id: string | null;
  url: string | null;
};

/** What a new schedule refers to. Raises `invalid_input` with where, what was found and what was expected. */
export function readReferences({ links, external }: NewSchedule): Reference[] {
  const references = [
    ...links.map((link, index) => fromLink(link, `links.${index}`)),
    ...external.map((reference, index) => fromReference(reference, `external.${index}`)),
  ];
  references.forEach(({ field, provider }, index) => {
    const first = references.findIndex((other) => other.provider === provider);
    if (first === index) return;
    const name = PLATFORM_NAMES[provider];
    refuse(
      field,
      `a second ${name} post beside ${references[first]?.field}`,
      "one reference a provider. Make a schedule of its own for it",
    );
  });
  return references;
}

function fromLink(link: string, field: string): Reference {
  const { platform, externalId, url } = postOf(link, field);
  return {
    field,
    provider: platform,
    ref_id: externalId,
    ref_url: url,
    external_id: externalId,
    url,
  };
}

function fromReference(reference: ExternalReference, field: string): Reference {
  const { provider, ref_id, ref_url } = reference;
  if (ref_url) {
    const post = postOf(ref_url, `${field}.ref_url`);
    if (post.platform !== provider) {
      const expected = `a link to a ${PLATFORM_NAMES[provider]} post`;
      refuse(`${field}.ref_url`, `a ${PLATFORM_NAMES[post.platform]} link`, expected);
    }
    return { field, provider, ref_id, ref_url, external_id: post.externalId, url: post.url };
  }
  const place = placeOf(provider, ref_id);
  const link = place === null ? null : readLink(place);
  const post = link?.kind === "post" ? link : null;
  return {
    field: `${field}.ref_id`,
    provider,
    ref_id,
    ref_url: null,
    external_id: post?.externalId ?? null,
    url: post?.url ?? null,
  };
}

function postOf(text: string, field: string) {
  const link = readLink(text);
  if (link.kind === "post") return link;
  const found = JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
  if (link.kind === "short") {
    const expected = "the post's own link. Open the short one in a browser and copy where it leads";
    refuse(field, `${found}, a short link`, expected);
  }
  const { title, expected, mend } = LINK_PROBLEM_SENTENCES[link.problem];
  return refuse(field, `${found} (${title})`, `${expected}. ${mend}`.replace(/\.$/, ""));
}

/** Where the platform shows a post of this id; null when the id alone does not tell. */
function placeOf(provider: PlatformId, id: string): string | null {
  switch (provider) {
    case "youtube":
      return `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
    case "tiktok":
      return `https://www.tiktok.com/share/video/${encodeURIComponent(id)}`;
    case "linkedin":
      return `https://www.linkedin.com/feed/update/${encodeURIComponent(id)}/`;
    case "instagram":
      // Only digits: the API's number of the media, which is not in any link.
      return /^\d{12,}$/.test(id) ? null : `https://www.instagram.com/p/${encodeURIComponent(id)}/`;
    case "facebook": {
      const [, page, post] = /^(\d+)_(\d+)$/.exec(id) ?? [];
      return page && post
        ? `https://www.facebook.com/permalink.php?story_fbid=${post}&id=${page}`
        : null;
    }
  }
}

function refuse(field: string, found: string, expected: string): never {
  throw new AppError("invalid_input", `${field}: found ${found}; expected ${expected}.`, [
    { field, found, expected },
  ]);
}
