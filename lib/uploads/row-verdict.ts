import type { Link } from "../links/link.ts";
import { LINK_PROBLEM_SENTENCES } from "../links/link-problem.ts";
import { readLink } from "../links/read-link.ts";
import { PLATFORM_NAMES, type PlatformId } from "../platforms/platform.ts";
import { platformNamed } from "./platform-name.ts";
import type { RowProblem } from "./upload.ts";

export type Verdict =
  | { kind: "usable"; link: Exclude<Link, { kind: "unusable" }> }
  | { kind: "faulty"; problem: RowProblem; in: "link" | "platform"; expected: string };

const KNOWN_NAMES = "youtube, tiktok, instagram, facebook or linkedin, or an empty cell";

/** Judges one row by its two trimmed cells. An empty platform is read from the link. */
export function judgeRow(linkCell: string, platformCell: string): Verdict {
  const named = platformCell === "" ? null : platformNamed(platformCell);
  if (platformCell !== "" && !named) {
    return { kind: "faulty", problem: "platform_unknown", in: "platform", expected: KNOWN_NAMES };
  }
  const link = readLink(linkCell);
  if (link.kind === "unusable") {
    const expected =
      named && link.problem === "other_host"
        ? linkOf(named, platformCell)
        : LINK_PROBLEM_SENTENCES[link.problem].expected;
    return { kind: "faulty", problem: link.problem, in: "link", expected };
  }
  if (!named || named === link.platform) return { kind: "usable", link };
  const expected = linkOf(named, platformCell);
  return { kind: "faulty", problem: "platform_mismatch", in: "link", expected };
}

function linkOf(platform: PlatformId, cell: string) {
  const name = PLATFORM_NAMES[platform];
  const article = platform === "instagram" ? "an" : "a";
  return `${article} ${name} link: the platform column says ${cell}`;
}
