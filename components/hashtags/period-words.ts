import type { Growth, Period, Window } from "@/lib/hashtags/list-schema";

type Words = { label: string; last: string; before: string };

/** Each window as a tab, as "the last …", and as "the … before". */
export const WINDOW_WORDS: Record<Window, Words> = {
  "15m": { label: "15 min", last: "last 15 minutes", before: "15 minutes before" },
  "1h": { label: "1 h", last: "last hour", before: "hour before" },
  "6h": { label: "6 h", last: "last 6 hours", before: "6 hours before" },
  "24h": { label: "24 h", last: "last 24 hours", before: "24 hours before" },
};

export const GROWTH_WORDS: Record<Growth, { label: string; span: string }> = {
  "24h": { label: "24 h", span: "24 hours" },
  "7d": { label: "7 days", span: "7 days" },
};

/** `within` ends a sentence: "3 posts in the last 30 days". */
export const PERIOD_WORDS: Record<Period, { label: string; within: string }> = {
  "24h": { label: "24 h", within: "in the last 24 hours" },
  "7d": { label: "7 days", within: "in the last 7 days" },
  "30d": { label: "30 days", within: "in the last 30 days" },
  "90d": { label: "90 days", within: "in the last 90 days" },
  "1y": { label: "1 year", within: "in the last 52 weeks" },
  all: { label: "All time", within: "of all time" },
};
