import { env } from "../env.ts";
import { scrub } from "./scrub.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** Writes one structured line. Secrets are scrubbed from the finished line, whatever their key. */
export function log(level: Level, event: string, fields: Record<string, unknown> = {}) {
  const settings = env();
  if (LEVELS.indexOf(level) < LEVELS.indexOf(settings.LOG_LEVEL)) return;
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }, readable);
  console[level](withoutSecrets(line));
}

/** A text that somebody else wrote, without this server's own secrets in it. */
export function withoutSecrets(text: string) {
  return scrub(text, secretsOf(env()));
}

function secretsOf(settings: ReturnType<typeof env>) {
  const keys = settings.TOKEN_KEYS?.split(",").map((entry) => entry.split(":")[1]);
  return [
    settings.SUPABASE_SECRET_KEY,
    settings.CRON_SECRET,
    settings.VERCEL_CRON_SECRET,
    settings.YOUTUBE_API_KEY,
    settings.APIFY_TOKEN,
    settings.GOOGLE_CLIENT_SECRET,
    settings.TIKTOK_CLIENT_SECRET,
    settings.META_APP_SECRET,
    settings.INSTAGRAM_APP_SECRET,
    settings.LINKEDIN_CLIENT_SECRET,
    ...(settings.SMTP_URL ? [settings.SMTP_URL, new URL(settings.SMTP_URL).password] : []),
    ...(keys ?? []),
  ].filter((secret) => secret !== undefined);
}

function readable(_key: string, value: unknown) {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
