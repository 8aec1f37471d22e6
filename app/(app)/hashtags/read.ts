import { TRENDING } from "@/components/hashtags/trending-panel";
import { getBars, listHashtags } from "@/lib/hashtags/list";
import { periodStart } from "@/lib/hashtags/list-period";
import { GROWTHS, type HashtagsPage, WINDOWS } from "@/lib/hashtags/list-schema";
import { getGrowingHashtags, getTrending } from "@/lib/hashtags/queries";
import type { Scope } from "@/lib/supabase/server";

const GROWING = 8;
/** Twelve for each of two windows, four for each of five. */
const TRENDING_BARS = 24;
const GROWING_BARS = 20;

const LIST_DAYS = 30;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What is trending, with the course of each over the window and the one before. */
export async function readTrending(scope: Scope, { window, platform }: HashtagsPage) {
  const minutes = WINDOWS[window];
  const trending = await getTrending(scope, { window_minutes: minutes, k: TRENDING, platform });
  const begins = Date.parse(trending.window_starts_at);
  // The running minute counts beside as many whole ones.
  const reach = (minutes + 1) * MINUTE_MS;
  const bars = await getBars(scope, tagsOf(trending), {
    since: new Date(begins - reach).toISOString(),
    until: new Date(begins + reach).toISOString(),
    bars: TRENDING_BARS,
    platform,
  });
  return { trending, bars };
}

/** What grows, with the course of each over the time and the four before. */
export async function readGrowing(scope: Scope, { growth, platform }: HashtagsPage) {
  const hours = GROWTHS[growth];
  const growing = await getGrowingHashtags(scope, {
    hours,
    limit: GROWING,
    platform,
    rising: true,
  });
  const begins = Date.parse(growing.period_start);
  const bars = await getBars(scope, tagsOf(growing), {
    since: new Date(begins - 4 * hours * HOUR_MS).toISOString(),
    until: new Date(begins + hours * HOUR_MS).toISOString(),
    bars: GROWING_BARS,
    platform,
  });
  return { growing, bars };
}

/** A page of the list, with the posts of each on each of the last days. */
export async function readList(scope: Scope, query: HashtagsPage, pageSize: number) {
  const { search, platform, period, page } = query;
  const since = periodStart(period, scope.timeZone);
  const slice = { offset: (page - 1) * pageSize, limit: pageSize };
  const list = await listHashtags(scope, { search, platform, since }, slice);
  const bars = await getBars(scope, tagsOf(list), {
    since: new Date(Date.parse(list.as_of) - LIST_DAYS * DAY_MS).toISOString(),
    until: list.as_of,
    bars: LIST_DAYS,
    platform,
  });
  return { list, bars };
}

function tagsOf({ hashtags }: { hashtags: { tag: string }[] }) {
  return hashtags.map(({ tag }) => tag);
}
