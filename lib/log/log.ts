import { env } from "../env.ts";

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

/** Replaces known secrets, tokens and keys in a text. */
export function scrub(text: string, secrets: string[] = []) {
  let clean = text
    .replace(/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, "[token]")
    .replace(/\bsb_secret_[\w-]+/g, "[key]")
    .replace(/([?&](?:key|token|secret|access_token|code)=)[^&"\s]+/gi, "$1[hidden]")
    .replace(/(Bearer )[^"\s\\]+/gi, "$1[hidden]");
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
      clean = clean.replaceAll(form, "[hidden]");
    }
  }
  return clean;
}

function secretsOf(settings: ReturnType<typeof env>) {
  const { SUPABASE_SECRET_KEY, CRON_SECRET, YOUTUBE_API_KEY, APIFY_TOKEN } = settings;
  return [SUPABASE_SECRET_KEY, CRON_SECRET, YOUTUBE_API_KEY, APIFY_TOKEN].filter(
    (secret) => secret !== undefined,
  );
}

function readable(_key: string, value: unknown) {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
