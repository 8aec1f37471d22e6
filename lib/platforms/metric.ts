/** The nine counts a snapshot can hold, named as the columns of `post_metrics`. */
export const METRICS = [
  "impressions",
  "reach",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "clicks",
  "video_views",
] as const;

export type Metric = (typeof METRICS)[number];

/** Why a count is missing. A missing count always has one of these, and is never 0. */
export const ABSENCES = [
  "not_offered",
  "hidden",
  "pending",
  "permission",
  "gone",
  "error",
  /** Said in place of a snapshot that retention removed. Never stored with one. */
  "expired",
] as const;

export type Absence = (typeof ABSENCES)[number];

/** A lifetime count in decimal digits: 64-bit, so beyond what a JavaScript number holds exactly. */
export type Count = string;

/** For each metric either its count or the reason why there is none. */
export type Measured = Record<Metric, Count | { absent: Absence }>;
