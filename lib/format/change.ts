import { compactCount } from "@/lib/format/count";
import { percent, ratioOf } from "@/lib/format/rate";

export type Change = {
  tone: "up" | "down" | "flat";
  /** "↑ 8.6 %", or "new" where there is nothing to measure it against. */
  size: string;
  /** "from 4.16M". */
  from: string | null;
};

/** A number beside the one before it; null where one of them is unknown. */
export function changeOf(value: string | null, before: string | null): Change | null {
  if (value === null || before === null) return null;
  const [now, then] = [BigInt(value), BigInt(before)];
  if (now === then) return { tone: "flat", size: "unchanged", from: `from ${compactCount(then)}` };
  const tone = now > then ? "up" : "down";
  const arrow = tone === "up" ? "↑" : "↓";
  if (then === 0n && now > 0n) return { tone, size: "new", from: null };
  // A share of a fall, or of nothing, says nothing: the two numbers do.
  if (then <= 0n) return { tone, size: arrow, from: `from ${compactCount(then)}` };
  const ratio = ratioOf((now - then).toString(), before) ?? 0;
  return {
    tone,
    size: `${arrow} ${percent(Math.abs(ratio), 1)}`,
    from: `from ${compactCount(then)}`,
  };
}

/** "+12.3K", "−40", "±0". */
export function signed(count: string, write: (count: bigint) => string = compactCount) {
  const value = BigInt(count);
  if (value === 0n) return "±0";
  return value > 0n ? `+${write(value)}` : write(value);
}
