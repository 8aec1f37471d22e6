import { exactCount } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { AgeCurve, Beside } from "@/lib/posts/read-post";

const HOUR_MS = 3_600_000;

export type Others = "author" | "alike";
export type ComparedAge = AgeCurve["ages"][number] & {
  views: string;
  /** Whose posts it is compared with; null where there are too few of both. */
  of: Others | null;
  beside: Beside;
};
type Run = { of: Others | null; ages: ComparedAge[] };

const KIND_NOUNS: Record<NonNullable<AgeCurve["media_kind"]>, string> = {
  video: "videos",
  short: "Shorts",
  reel: "reels",
  image: "images",
  carousel: "carousels",
  live: "live videos",
  text: "texts",
};

/** The ages at which a post has views, each beside its author's other posts or, with too few of them, beside all alike. */
export function comparedAges(curve: AgeCurve, publishedAt: string, now: Date) {
  const oldest = (now.getTime() - Date.parse(publishedAt)) / HOUR_MS;
  const reached = curve.ages.filter(({ hours }) => hours <= oldest);
  const compared = reached.flatMap(({ views, ...age }): ComparedAge[] => {
    if (views === null) return [];
    const of = (["author", "alike"] as const).find((each) => age[each].n >= curve.fewest) ?? null;
    return [{ ...age, views, of, beside: age[of ?? "author"] }];
  });
  const unmeasured = reached.filter(({ views }) => views === null).map(({ hours }) => hours);
  return { compared, unmeasured };
}

/** Neighbouring ages that are compared with the same others. */
export function runsOf(ages: readonly ComparedAge[]): Run[] {
  const runs: Run[] = [];
  for (const age of ages) {
    const last = runs.at(-1);
    if (last && (age.of === null || last.of === null || last.of === age.of)) {
      last.ages.push(age);
      last.of ??= age.of;
    } else {
      runs.push({ of: age.of, ages: [age] });
    }
  }
  return runs;
}

/** Whom a run is compared with, and why not with the author's posts. */
export function runSentence({ of, ages }: Run, curve: AgeCurve, author: string | null) {
  const told = ages.filter((age) => age.of !== null);
  const many = (others: Others) => told.map((age) => age[others].n);
  if (of === null) return null;
  if (of === "author") return `Compared with ${othersWords(of, many(of), curve, author)}.`;
  const why =
    curve.author === null
      ? "Its author is not known."
      : `${postsWords(many("author"))} by this author: too few, ${curve.fewest} are needed.`;
  return `${why} Compared with ${rangeText(many(of))} ${alikeNoun(curve)} of this workspace.`;
}

/** "31 other posts by @papertrail.maps", "376 – 380 other Instagram reels". */
export function othersWords(
  of: Others,
  many: readonly number[],
  curve: Pick<AgeCurve, "platform" | "media_kind">,
  author: string | null,
) {
  if (of === "author") return `${rangeText(many)} other posts by ${author ?? "the author"}`;
  return `${rangeText(many)} other ${alikeNoun(curve)}`;
}

/** "Instagram reels": what a post is compared with beyond its author's. */
export function alikeNoun({ platform, media_kind }: Pick<AgeCurve, "platform" | "media_kind">) {
  const kind = media_kind === null ? "posts of unknown kind" : KIND_NOUNS[media_kind];
  return `${PLATFORM_NAMES[platform]} ${kind}`;
}

/** Why nothing stands for the others at an age. */
export function tooFewWords({ author, alike }: Record<Others, Beside>, curve: AgeCurve) {
  const own = curve.author === null ? "" : `${postsWords([author.n])} by this author and `;
  const all =
    alike.n === 0 ? `no other ${alikeNoun(curve)}` : othersWords("alike", [alike.n], curve, null);
  const sentence = `${own}${all} were measured around this age: too few, ${curve.fewest} are needed.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function postsWords(many: readonly number[]) {
  const most = Math.max(...many);
  if (most === 0) return "No other post";
  return `${rangeText(many)} other ${most === 1 ? "post" : "posts"}`;
}

function rangeText(many: readonly number[]) {
  const [least, most] = [Math.min(...many), Math.max(...many)];
  return least === most ? exactCount(most) : `${exactCount(least)} – ${exactCount(most)}`;
}
