const NAMES = [
  "access_?token",
  "refresh_?token",
  "id_?token",
  "client_?secret",
  "code_?verifier",
  "fb_exchange_token",
  "input_token",
  "appsecret_proof",
].join("|");

// Also inside a text that is itself a JSON value, where each quote has backslashes.
const JSON_FIELD = new RegExp(`(\\\\*")(${NAMES})\\1(\\s*:\\s*)\\1.*?(\\1|$)`, "gi");
const FORM_FIELD = new RegExp(
  `(^|[?&"'\\s])((?:${NAMES}|key|token|secret|code)=)[^&"\\s\\\\]+`,
  "gi",
);
// Ours and everybody's errors have a code too: words, or short. An authorization code is neither.
const JSON_CODE = /(\\*")code\1(\s*:\s*)\1(?![a-z]+(?:[ _.-][a-z]+)*\\*")[^"\\]{16,}/gi;

/** Tokens that show by their form what they are. */
const TOKENS = [
  // A JWT or JWE: three or five parts, of which a JWE's second may be empty.
  /\beyJ[\w-]{8,}\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?/g,
  /\bEAA[A-Za-z0-9]{20,}/g,
  /\bIG(?=[\w-]*\d)[A-Z][\w-]{20,}/g,
  /\bya29\.[\w.-]+/g,
  /(?<![\w/:])[14]\/[/0][\w-]{20,}/g,
  /\b(?:act|rft)\.[\w!.*%-]{16,}/g,
  /\bAQ[A-Z][\w-]{60,}/g,
];
const KEYS = /\b(?:sb_secret_|GOCSPX-|apify_api_|AIza)[\w-]+/g;

/** Replaces known secrets, tokens and keys in a text. */
export function scrub(text: string, secrets: string[] = []) {
  let clean = text;
  for (const secret of secrets) {
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, "[hidden]");
  }
  for (const token of TOKENS) clean = clean.replace(token, "[token]");
  return clean
    .replace(KEYS, "[key]")
    .replace(JSON_FIELD, "$1$2$1$3$1[hidden]$4")
    .replace(JSON_CODE, "$1code$1$2$1[hidden]")
    .replace(FORM_FIELD, "$1$2[hidden]")
    .replace(/(Bearer )[^"\s\\]+/gi, "$1[hidden]");
}

function formsOf(secret: string) {
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString("base64");
  // What follows a secret within the same base64 changes its last characters.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return [secret, encodeURIComponent(secret), base64, bytes.toString("base64url"), whole].filter(
    (form) => form !== "",
  );
}
