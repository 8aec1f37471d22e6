import { setExperimental } from "@supabase/lite";

// Storage is behind a switch in the embedded Supabase, which says so on every start.
const NOTICE = "EXPERIMENTAL FEATURES ENABLED";

const { warn } = console;
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).startsWith(NOTICE)) warn(...words);
};
setExperimental("storage", true);
