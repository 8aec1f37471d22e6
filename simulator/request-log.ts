const KEPT = 100_000;

export type RequestLog = {
  add: (platform: string, atMs: number) => void;
  /** For each platform how many requests came, and when the latest did (ms since 1970). */
  read: () => Record<string, { count: number; atMs: number[] }>;
  clear: () => void;
};

/** Remembers when requests came, so that a test can prove that none came too early. */
export function createRequestLog(): RequestLog {
  const seen = new Map<string, { count: number; atMs: number[] }>();
  return {
    add(platform, atMs) {
      const entry = seen.get(platform) ?? { count: 0, atMs: [] };
      seen.set(platform, entry);
      entry.count += 1;
      if (entry.atMs.length < KEPT) entry.atMs.push(atMs);
    },
    read: () => Object.fromEntries(seen),
    clear: () => seen.clear(),
  };
}
