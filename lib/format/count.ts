import type { Count } from "@/lib/platforms/metric";

const UNITS = [
  { letter: "B", size: 1_000_000_000n },
  { letter: "M", size: 1_000_000n },
  { letter: "K", size: 1_000n },
] as const;

/** Every digit, in groups of three: "1284310" → "1,284,310". Takes 64-bit counts as text. */
export function exactCount(count: Count | number | bigint): string {
  const value = BigInt(count);
  const digits = (value < 0n ? -value : value).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return value < 0n ? `−${digits}` : digits;
}

/** At most 9,999 in full, then 12.3K, 1.28M, 2.41B. Trailing digits stay, so that columns align. */
export function compactCount(count: Count | number | bigint): string {
  const value = BigInt(count);
  const size = value < 0n ? -value : value;
  if (size < 10_000n) return exactCount(value);
  return `${value < 0n ? "−" : ""}${shorten(size)}`;
}

function shorten(size: bigint): string {
  for (const unit of UNITS) {
    const decimals = unit.letter === "K" || size >= 100n * unit.size ? 1 : 2;
    const scale = 10n ** BigInt(decimals);
    // Half up; 999,950 rounds to a full million, which is the larger unit's to write.
    const scaled = (size * scale + unit.size / 2n) / unit.size;
    if (scaled >= 1_000n * scale && unit.letter !== "B") return shorten(unit.size * 1_000n);
    if (size < unit.size) continue;
    const text = scaled.toString().padStart(decimals + 1, "0");
    const whole = BigInt(text.slice(0, -decimals));
    return `${exactCount(whole)}.${text.slice(-decimals)}${unit.letter}`;
  }
  return exactCount(size);
}

/** "1 row", "2 rows": a count with its noun. */
export function counted(count: Count | number, one: string, many = `${one}s`): string {
  return `${exactCount(count)} ${BigInt(count) === 1n ? one : many}`;
}
