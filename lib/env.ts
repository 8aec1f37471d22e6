import { z } from "zod";

const flag = z.stringbool().default(false);
const positive = (fallback: number) => z.coerce.number().positive().default(fallback);

/** JSON text of an object. Its values are whatever the actor takes. */
const jsonObject = z.string().transform((text, context) => {
  const read = z.record(z.string(), z.json()).safeParse(parseOrNull(text));
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "expected a JSON object" });
  return z.NEVER;
});

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Generated for development and never good enough for a server that faces the world. */
const DEVELOPMENT_SECRET = /^(dev|test|change-me|sb_secret_dev)/;

const TOKEN_KEYS = /^[\w-]+:[\w+/-]{43}=?(,[\w-]+:[\w+/-]{43}=?)*$/;

const schema = z
  .object({
    NEXT_PUBLIC_SUPABASE_URL: z.url(),
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
    SUPABASE_SECRET_KEY: z.string().min(1),
    CRON_SECRET: z.string().min(16),
    // The name some hosts give it. Either is accepted.
    VERCEL_CRON_SECRET: z.string().min(16).optional(),
    // Where this server reaches itself, to hand work on. Vercel's own address is the default.
    APP_URL: z.url().optional(),
    VERCEL_URL: z.string().optional(),
    NODE_ENV: z.string().default("development"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    // A batch may take 40 s: with less, a worker would never begin one.
    WORKER_BUDGET_SECONDS: z.coerce.number().min(41).default(240),
    EMAIL_CONFIRMATION: flag,
    // Invitations and alerts go by e-mail once both are set. The URL holds the password.
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, hostname: /.+/, error: "expected smtp://… or smtps://…" })
      .optional(),
    MAIL_FROM: z.string().min(3).optional(),
    // How long payloads are kept as they came. Snapshots stay, thinned to one a day after 90 days.
    RAW_EVENT_DAYS: z.coerce.number().int().min(1).default(365),
    // How old an answer about hashtags, comments and people may be. No older than a minute, ever.
    TRENDING_TTL_SECONDS: z.coerce.number().min(0).max(60).default(60),
    // How often a reading question is asked when the database is not reached, and the waits between.
    DB_RETRY_ATTEMPTS: z.coerce.number().int().min(1).max(10).default(3),
    DB_RETRY_MIN_WAIT: z.coerce.number().min(0).max(60).default(1),
    DB_RETRY_MAX_WAIT: z.coerce.number().min(0).max(60).default(10),

    // A platform without its key is reported as not configured, row by row.
    YOUTUBE_API_KEY: z.string().min(1).optional(),
    YOUTUBE_BASE_URL: z.url().default("https://www.googleapis.com/youtube/v3"),
    YOUTUBE_DAILY_QUOTA: positive(10_000),
    YOUTUBE_CALLS_PER_SECOND: positive(50),
    APIFY_TOKEN: z.string().min(1).optional(),
    APIFY_BASE_URL: z.url().default("https://api.apify.com/v2"),
    APIFY_TIKTOK_ACTOR: z.string().min(1).optional(),
    APIFY_INSTAGRAM_ACTOR: z.string().min(1).optional(),
    APIFY_CALLS_PER_SECOND: positive(10),
    // What reels are brought in with where a workspace has no settings of its own.
    APIFY_REELS_ACTOR: z.string().min(1).optional(),
    APIFY_INPUT_JSON: jsonObject.optional(),
    APIFY_MAX_RESULTS: z.coerce.number().int().min(1).max(10_000).default(200),

    // Apps that people connect their accounts with. Without its pair a platform cannot be connected.
    GOOGLE_CLIENT_ID: z.string().min(1).optional(),
    GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
    TIKTOK_CLIENT_KEY: z.string().min(1).optional(),
    TIKTOK_CLIENT_SECRET: z.string().min(1).optional(),
    META_APP_ID: z.string().min(1).optional(),
    META_APP_SECRET: z.string().min(1).optional(),
    INSTAGRAM_APP_ID: z.string().min(1).optional(),
    INSTAGRAM_APP_SECRET: z.string().min(1).optional(),
    LINKEDIN_CLIENT_ID: z.string().min(1).optional(),
    LINKEDIN_CLIENT_SECRET: z.string().min(1).optional(),
    // A version lives about a year, then every call answers 426.
    LINKEDIN_VERSION: z
      .string()
      .regex(/^\d{6}$/)
      .default("202606"),
    // What tokens are encrypted with: `id:key`, the newest first, older ones to read with. See .env.example.
    TOKEN_KEYS: z
      .string()
      .regex(TOKEN_KEYS, "expected id:base64 of 32 bytes, several by comma")
      .optional(),

    // True points every client above at the simulator: what comes back is marked as simulated.
    FEATURE_FAKE_INSIGHTS: flag,
    SIMULATOR_URL: z.url().optional(),
  })
  .superRefine((settings, context) => {
    if (settings.FEATURE_FAKE_INSIGHTS && !settings.SIMULATOR_URL) {
      context.addIssue({
        code: "custom",
        path: ["SIMULATOR_URL"],
        message: "FEATURE_FAKE_INSIGHTS=true needs SIMULATOR_URL, the address of the simulator.",
      });
    }
    if (settings.NODE_ENV !== "production") return;
    for (const name of ["CRON_SECRET", "SUPABASE_SECRET_KEY"] as const) {
      if (DEVELOPMENT_SECRET.test(settings[name])) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: `${name} is a development secret. Set one made for this server.`,
        });
      }
    }
  });

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/** This server's settings, read and checked once. Throws with the name of each wrong one. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** An empty variable counts as not set: dashboards and .env files leave them so. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.entries(variables).filter(([, value]) => value !== "");
  const read = schema.safeParse(Object.fromEntries(set));
  if (read.success) return read.data;
  throw new Error(`The settings of this server are not right.\n${z.prettifyError(read.error)}`);
}
