/** What others wrote, without what would steer a terminal. */
export const plain = (text: string) =>
  text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ");

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** 12345 → "12,345". A number nobody knows is a dash. */
export const count = (value: number | null) => (value === null ? "–" : whole.format(value));
/** 0.3456 → "34.6%". */
export const rate = (value: number | null) => (value === null ? "–" : percent.format(value));
/** The same with its sign, for changes. */
export const change = (value: number | null) =>
  value === null ? "–" : `${value > 0 ? "+" : ""}${rate(value)}`;
/** "2026-11-21T10:00:12.123+00:00" → "2026-11-21 10:00 UTC" */
export const moment = (time: string) =>
  `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
/** 1, "post" → "1 post"; 1200, "post" → "1,200 posts" */
export const counted = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;
