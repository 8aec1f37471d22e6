import { describe, expect, it } from "vitest";
import { readLink } from "./read-link.ts";

const D = "7123456789012345678";
const L = "https://www.linkedin.com";

describe("a LinkedIn link", () => {
  it.each([
    [
      `${L}/posts/ada-lovelace_a-slug-of-words-activity-${D}-Ab1x?utm_source=share&rcm=1`,
      "activity",
    ],
    [`${L}/posts/harbor-oats_activity-${D}-Ab1_`, "activity"],
    [`${L}/posts/ada_%C3%A9t%C3%A9-share-${D}-Zz-9`, "share"],
    [`${L}/posts/ada_x-ugcPost-${D}-Zz9a/`, "ugcPost"],
    [`${L}/feed/update/urn:li:activity:${D}/`, "activity"],
    [`${L}/feed/update/urn%3Ali%3AugcPost%3A${D}?commentUrn=urn%3Ali%3Acomment%3A1`, "ugcPost"],
    [`https://linkedin.com/embed/feed/update/urn:li:share:${D}?collapsed=1`, "share"],
    [`https://de.linkedin.com/feed/update/urn:li:share:${D}`, "share"],
    [`${L}/video/live/urn:li:ugcPost:${D}/`, "ugcPost"],
    [`${L}/safety/go?url=${encodeURIComponent(`${L}/feed/update/urn:li:share:${D}`)}`, "share"],
  ])("%s names the post", (link, space) => {
    const externalId = `urn:li:${space}:${D}`;
    const url = `${L}/feed/update/${externalId}/`;
    expect(readLink(link)).toEqual({ kind: "post", platform: "linkedin", externalId, url });
  });

  it("leaves a lnkd.in link to be resolved", () => {
    const link = { kind: "short", platform: "linkedin", url: "https://lnkd.in/eAb_12x" };
    expect(readLink("https://lnkd.in/eAb_12x?trk=1")).toEqual(link);
  });

  it.each([
    `${L}/pulse/a-long-article`,
    `${L}/in/ada-lovelace`,
    `${L}/company/harbor-oats/posts/`,
    `${L}/feed/update/urn:li:comment:${D}`,
    `${L}/feed/update/%E0%A4%A`,
  ])("%s has no post in it", (link) => {
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "not_a_post" });
  });
});
