import { absenceSentence } from "@/components/metrics/absence";
import { daysBeside } from "@/components/period/range-words";
import type { PlatformShare, Totals } from "@/lib/dashboard/totals";
import { percent } from "@/lib/format/rate";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** From which share on one platform is the finding. */
const TELLING = 0.4;

/** Why a platform has no views gained, as a sentence. */
export function shareReason({ platform, value, absent }: PlatformShare): string {
  const name = PLATFORM_NAMES[platform];
  // Falls have no share of what was gained.
  if (value !== null) return `${name} lost views in these days: it has no share of the gain.`;
  if (absent === null || absent === "not_measured") {
    return `Nothing of ${name} was measured in these days: unknown, not 0.`;
  }
  return absenceSentence("views", absent, platform);
}

/** What the shares are of, and against what. */
export function sharesLine(totals: Totals): string {
  const { before_from: from, before_until: until } = totals;
  if (!from || !until) return "Views gained";
  return `Views gained, change from ${daysBeside({ from, until }, totals)}`;
}

/** The platform that brought most; the measure where that says nothing, or its meaning changed. */
export function sharesFinding({ platforms, changes, from, is_running }: Totals): string {
  const [first] = platforms;
  const telling = platforms.filter(({ value }) => value !== null).length;
  const measure = "Views gained per day";
  if (!first?.share || changes.some(({ day }) => day > from)) return measure;
  const name = PLATFORM_NAMES[first.platform];
  const so = is_running ? " so far" : "";
  if (telling === 1) return `${name} brought all the views${so}`;
  if (first.share < TELLING) return measure;
  return `${name} brought ${percent(first.share, 0)} of the views${so}`;
}
