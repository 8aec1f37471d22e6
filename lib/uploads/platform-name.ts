import type { PlatformId } from "../platforms/platform.ts";

const NAMES: Record<PlatformId, string[]> = {
  youtube: ["youtube", "yt", "youtube.com", "youtu.be", "you tube", "youtube shorts", "shorts"],
  tiktok: ["tiktok", "tt", "tik tok", "tik-tok", "tiktok.com"],
  instagram: ["instagram", "ig", "insta", "instagram.com", "instagram reels"],
  facebook: ["facebook", "fb", "facebook.com", "fb.com", "facebook reels"],
  linkedin: ["linkedin", "li", "linked in", "linkedin.com", "linked-in"],
};

const BY_NAME = new Map<string, PlatformId>();
for (const [platform, names] of Object.entries(NAMES)) {
  // Safe because the keys of NAMES are exactly the platform ids.
  for (const name of names) BY_NAME.set(name, platform as PlatformId);
}

/** The platform a cell names, in any usual spelling. Null: none that is known. */
export function platformNamed(cell: string): PlatformId | null {
  const exact = BY_NAME.get(cell);
  if (exact) return exact;
  if (cell.length > 40) return null;
  return (
    BY_NAME.get(
      cell
        .trim()
        .toLowerCase()
        .replace(/^www\./, ""),
    ) ?? null
  );
}
