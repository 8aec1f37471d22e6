/** Numbers of one short video: what the formulas take. */
export type Fact = {
  id: string;
  /** Those of one part are compared with each other. */
  part: string;
  /** Microseconds from publishing to measuring. */
  age: bigint;
  views: number;
  likes: number | null;
  comments: number | null;
  sharesOrSaves: number | null;
};

export type Scored = {
  hours_since_publish: number;
  views_per_hour: number;
  engagement_rate: number;
  views_percentile: number;
  views_per_hour_percentile: number;
  engagement_rate_percentile: number | null;
  performance_score: number | null;
};

/** The formulas as they are written down, one after another, over plain arrays. */
export function scoreAll(facts: Fact[]): Map<string, Scored> {
  return new Map(facts.map((fact) => [fact.id, score(fact, facts)]));
}

function score(fact: Fact, facts: Fact[]): Scored {
  const cohort = facts.filter(({ part }) => part === fact.part);
  const viewsPercentile = percentile(
    fact.views,
    cohort.map(({ views }) => views),
  );
  const speedPercentile = percentile(viewsPerHour(fact), cohort.map(viewsPerHour));
  const ratePercentile = isWhole(fact)
    ? percentile(engagementRate(fact), cohort.filter(isWhole).map(engagementRate))
    : null;
  return {
    hours_since_publish: round(hours(fact), 2),
    views_per_hour: round(viewsPerHour(fact), 2),
    engagement_rate: round(engagementRate(fact), 4),
    views_percentile: viewsPercentile,
    views_per_hour_percentile: speedPercentile,
    engagement_rate_percentile: ratePercentile,
    performance_score:
      ratePercentile === null
        ? null
        : round(0.45 * ratePercentile + 0.4 * speedPercentile + 0.15 * viewsPercentile, 2),
  };
}

const hours = ({ age }: Fact) => Math.max(Number(age) / 1_000_000 / 3600, 1 / 60);
const viewsPerHour = (fact: Fact) => fact.views / hours(fact);
const isWhole = ({ likes, comments }: Fact) => likes !== null && comments !== null;

function engagementRate({ views, likes, comments, sharesOrSaves }: Fact) {
  if (views === 0) return 0;
  return ((likes ?? 0) + (comments ?? 0) + (sharesOrSaves ?? 0)) / views;
}

function percentile(value: number, values: number[]) {
  if (values.length === 1) return 100;
  const notAbove = values.filter((other) => other <= value).length;
  return round(((notAbove - 1) / (values.length - 1)) * 100, 2);
}

const bits = new DataView(new ArrayBuffer(8));

/** Rounds the binary value exactly as it is, halves to the even digit, as Python does. */
export function round(value: number, digits: number): number {
  if (value === 0) return 0;
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 2047n);
  const fraction = word & 4503599627370495n;
  const mantissa = exponent === 0 ? fraction : fraction | 4503599627370496n;
  const shift = BigInt(1075 - Math.max(exponent, 1));
  const scaled = mantissa * 10n ** BigInt(digits);
  if (shift <= 0n) return value;
  const lower = scaled >> shift;
  const rest = scaled - (lower << shift);
  const half = 1n << (shift - 1n);
  const up = rest > half || (rest === half && lower % 2n === 1n);
  return Math.sign(value) * Number(`${up ? lower + 1n : lower}e-${digits}`);
}
