import { setExperimental } from "@supabase/lite";

/** Storage is behind a switch in the embedded Supabase. */
export function storageFeature() {
  process.env.EXPERIMENTAL_STORAGE = "1";
  setExperimental("storage", true);
}
