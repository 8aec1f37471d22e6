import type { PlatformSettings } from "../settings.ts";

/** "TIKTOK_CLIENT_KEY is not configured.", or null when every setting is there. */
export function missingSetting(
  settings: PlatformSettings,
  names: (keyof PlatformSettings)[],
): string | null {
  const missing = names.filter((name) => !settings[name]);
  if (missing.length === 0) return null;
  return `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not configured.`;
}
