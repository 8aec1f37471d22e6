const BROWSERS: [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bHeadlessChrome\//, "Headless Chrome"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox on Windows", or a program by its own name, as far as a user agent tells it; null when it tells nothing. */
export function deviceName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const found = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent))?.[1];
  const [browser, system] = [found(BROWSERS), found(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? programName(userAgent);
}

/** "curl" of "curl/8.0"; every browser calls itself Mozilla. */
function programName(userAgent: string) {
  const [, program] = /^([\w.-]{2,40})(\/|\s|$)/.exec(userAgent) ?? [];
  return program && program !== "Mozilla" ? program : null;
}
