export const NAV_COOKIE = "nav";

/** Whether the navigation of a wide screen shows icons alone: kept in a cookie, so that the server draws it right. */
export type NavFold = "open" | "folded";

export function readNavFold(cookie: string | undefined): NavFold {
  return cookie === "folded" ? "folded" : "open";
}
