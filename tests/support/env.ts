/** Settings of every test; the address of Supabase comes with startSupabase. */
export const testEnv = {
  NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_for_the_tests_alone",
  SUPABASE_SECRET_KEY: "sb_secret_for_the_tests_alone",
  CRON_SECRET: "cron-secret-for-tests",
  TOKEN_KEYS: `test:${Buffer.alloc(32, "test").toString("base64")}`,
  APP_URL: "http://app.test",
  LOG_LEVEL: "error",
  DO_NOT_TRACK: "1",
  LITE_TELEMETRY: "0",
  NEXT_TELEMETRY_DISABLED: "1",
};
