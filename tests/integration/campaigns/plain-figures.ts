// What a campaign brought and cost, in plain words and without a database: the tests compare SQL with this.
export const BASES = ["views", "reach", "impressions", "followers"] as const;
export type Basis = (typeof BASES)[number];
export type Measured = Record<
  "views" | "reach" | "impressions" | "likes" | "comments" | "shares" | "saves",
  number | null
> & { definition: string; simulated: boolean; offersSaves: boolean; followers: number | null };
export type PlainPost = {
  key: number;
  platform: "youtube" | "tiktok" | "instagram";
  measured: Measured | null;
};
/** A price in ten thousandths, so that nothing is rounded. */
export type Member = { post: PlainPost; price: bigint | null };

const PARTS = ["likes", "comments", "shares", "saves"] as const;

const engagementOf = (measured: Measured) =>
  PARTS.every((part) => measured[part] === null)
    ? null
    : PARTS.reduce((sum, part) => sum + BigInt(measured[part] ?? 0), 0n);

function baseOf(measured: Measured, basis: Basis) {
  if (basis !== "impressions") return measured[basis];
  return measured.impressions ?? measured.views;
}

/** A quotient with so many decimals as PostgreSQL's round writes it, without zeros at its end. */
function quotient(over: bigint, under: bigint, decimals = 6) {
  if (under === 0n) return null;
  const scaled = (2n * over * 10n ** BigInt(decimals) + under) / (2n * under);
  return decimal(scaled, decimals);
}
export function decimal(scaled: bigint, decimals: number) {
  if (decimals === 0) return scaled.toString();
  const digits = scaled.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${whole}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "");
}

const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n);
const told = <T>(values: (T | null)[]) => values.filter((value): value is T => value !== null);
const bigOrNull = (value: number | null) => (value === null ? null : BigInt(value));

/** The figures of `private.campaign_figures` that are numbers, and why one of them is none. */
export function plainFigures(members: Member[], basis: Basis) {
  const seen = members.flatMap(({ post, price }) =>
    post.measured === null
      ? []
      : [
          {
            price,
            views: bigOrNull(post.measured.views),
            engagement: engagementOf(post.measured),
            base: bigOrNull(baseOf(post.measured, basis)),
            partial: PARTS.some(
              (part) =>
                post.measured?.[part] === null && (part !== "saves" || post.measured.offersSaves),
            ),
          },
        ],
  );
  const views = told(seen.map((each) => each.views));
  const engagement = told(seen.map((each) => each.engagement));
  const prices = told(members.map(({ price }) => price));
  const pairs = (key: "views" | "engagement", other: "price" | "base") =>
    seen.flatMap((each) => {
      const [value, beside] = [each[key], each[other]];
      return value === null || beside === null ? [] : [{ value, beside }];
    });
  const rated = pairs("engagement", "base");
  const viewed = pairs("views", "price");
  const engaged = pairs("engagement", "price");
  const total = (rows: { value: bigint; beside: bigint }[], key: "value" | "beside") =>
    sum(rows.map((row) => row[key]));
  const unmeasured = members.length === 0 ? "no_posts" : seen.length === 0 ? "not_measured" : null;
  const views_reason = unmeasured ?? (views.length === 0 ? "views_not_told" : null);
  const engagement_reason = unmeasured ?? (engagement.length === 0 ? "engagement_not_told" : null);
  const unpriced = members.length === 0 ? "no_posts" : prices.length === 0 ? "no_price" : null;
  return {
    posts: members.length,
    measured_posts: seen.length,
    views: views.length > 0 ? String(sum(views)) : null,
    views_posts: views.length,
    views_reason,
    engagement: engagement.length > 0 ? String(sum(engagement)) : null,
    engagement_posts: engagement.length,
    partial_posts: seen.filter((each) => each.engagement !== null && each.partial).length,
    engagement_reason,
    engagement_rate: quotient(total(rated, "value"), total(rated, "beside")),
    rate_posts: rated.length,
    rate_reason:
      engagement_reason ??
      (rated.length === 0 ? "base_not_told" : total(rated, "beside") === 0n ? "zero_base" : null),
    spend: prices.length > 0 ? decimal(sum(prices), 4) : null,
    priced_posts: prices.length,
    spend_reason: unpriced,
    cpm: quotient(total(viewed, "beside") * 1000n, total(viewed, "value") * 10_000n),
    cpm_posts: viewed.length,
    cpm_reason:
      unpriced ??
      views_reason ??
      (viewed.length === 0
        ? "priced_without_views"
        : total(viewed, "value") === 0n
          ? "zero_views"
          : null),
    cost_per_engagement: quotient(total(engaged, "beside"), total(engaged, "value") * 10_000n),
    cost_posts: engaged.length,
    cost_reason:
      unpriced ??
      engagement_reason ??
      (engaged.length === 0
        ? "priced_without_engagement"
        : total(engaged, "value") === 0n
          ? "zero_engagement"
          : null),
    mean_views: views.length > 0 ? quotient(sum(views), BigInt(views.length), 0) : null,
    simulated_posts: members.filter(({ post }) => post.measured?.simulated).length,
  };
}
