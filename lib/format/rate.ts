import type { Count } from "@/lib/platforms/metric";

/** Narrow and not breaking, so that the sign stays with its number. */
const GAP = "\u202f";

/** 0.039 → "3.90 %". Decimals: 2 for engagement rates, 1 for shares and changes. */
export function percent(ratio: number, decimals = 2): string {
  return `${percentValue(ratio, decimals)}${GAP}%`;
}

/** The number alone, for a key figure that sets its "%" smaller. */
export function percentValue(ratio: number, decimals = 1): string {
  const text = Math.abs(ratio * 100).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return ratio < 0 ? `−${text}` : text;
}

/** Part of a whole as a ratio from two counts; null where the whole is 0 and no rate exists. */
export function ratioOf(part: Count | number, whole: Count | number): number | null {
  const divisor = BigInt(whole);
  if (divisor === 0n) return null;
  const BILLION = 1_000_000_000n;
  return Number((BigInt(part) * BILLION) / divisor) / Number(BILLION);
}
