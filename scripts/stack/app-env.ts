import type { EmbeddedSupabase } from "../supabase/embedded.ts";

/** The settings of lib/env.ts for a server beside the embedded Supabase and the simulator. */
export function appEnv(appUrl: string, supabase: EmbeddedSupabase, simulatorUrl: string) {
  return {
    NEXT_PUBLIC_SUPABASE_URL: supabase.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.keys.publishableKey,
    SUPABASE_SECRET_KEY: supabase.keys.secretKey,
    CRON_SECRET: supabase.keys.cronSecret,
    TOKEN_KEYS: supabase.keys.tokenKeys,
    APP_URL: appUrl,
    FEATURE_FAKE_INSIGHTS: "true",
    SIMULATOR_URL: simulatorUrl,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    DO_NOT_TRACK: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
