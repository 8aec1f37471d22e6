const HERE = "http://here.invalid";

/** Where to go after signing in: a path of this site, or "/" for anything that is not one. */
export function safeNext(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
  // Browsers read "\" as "/" and drop tabs and line breaks, and some servers decode once more.
  const read = decoded(wanted);
  if (read === null || /[\\\p{Cc}]/u.test(read) || /^\/[/\s]/.test(read)) return "/";
  const url = URL.parse(wanted, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith("//")) return "/";
  const path = url.pathname + url.search + url.hash;
  return isDoor(url.pathname) ? "/" : path;
}

/** Sending a person who just signed in to sign in again would be a loop. */
function isDoor(path: string) {
  return /^\/(login|signup|forgot-password|auth)(\/|$)/.test(path);
}

function decoded(text: string): string | null {
  let read = text;
  try {
    // Twice: "%252f" is "//" for whoever decodes a value that was already decoded.
    for (let times = 0; times < 2; times += 1) read = decodeURIComponent(read);
    return read;
  } catch {
    return null;
  }
}
