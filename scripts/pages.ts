import { Problem } from "./problem.ts";

/** A page whose address holds an id: the first link like this on another page, with or without its query. */
type Linked = { on: string; href: RegExp };

export type ProductPage = {
  /** Of its picture and its line in a table. */
  name: string;
  path: string | Linked;
  /** For people who are not signed in. */
  open?: boolean;
  /** It draws a chart, whose code comes besides what every page loads. */
  charts?: boolean;
  /** Other addresses of it that look different. */
  states?: string[];
};

const UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const POSTS = "/posts?platform=youtube&origin=account&sort=views";
const HASHTAGS = "/hashtags?window=1440";
const COMMENTS = "/comments?min_depth=2&min_engagement=0";

/** Every page of the product, as the demo's workspace fills it. */
export const PAGES: ProductPage[] = [
  { name: "welcome", path: "/", open: true },
  { name: "login", path: "/login", open: true },
  { name: "signup", path: "/signup", open: true },
  { name: "forgot-password", path: "/forgot-password", open: true },
  { name: "invitation", path: "/invite/an-unknown-one", open: true },
  { name: "dashboard", path: "/", charts: true },
  { name: "link", path: "/link" },
  { name: "upload", path: "/upload" },
  { name: "jobs", path: "/jobs", states: ["/jobs?search=nothing-like-it"] },
  {
    name: "job",
    path: { on: "/jobs", href: new RegExp(`^/jobs/${UUID}$`) },
    states: ["?state=failed", "?search=nothing"],
  },
  { name: "accounts", path: "/accounts" },
  { name: "ingest", path: "/settings/ingest" },
  {
    name: "ingest-run",
    path: { on: "/settings/ingest", href: new RegExp(`^/settings/ingest/${UUID}$`) },
  },
  {
    name: "performance",
    path: "/performance?window=30d",
    charts: true,
    states: ["/performance?search=nothing-like-it", "/performance?sample=true"],
  },
  { name: "posts", path: POSTS, states: ["/posts?search=nothing-like-it"] },
  { name: "post", path: { on: POSTS, href: /^\/posts\/\d+$/ }, charts: true },
  { name: "trends", path: "/posts/trends", charts: true },
  { name: "hashtags", path: HASHTAGS },
  {
    name: "hashtag",
    path: { on: HASHTAGS, href: /^\/hashtags\/[^/]+$/ },
    charts: true,
  },
  { name: "comments", path: COMMENTS, charts: true },
  { name: "thread", path: { on: COMMENTS, href: /^\/comments\/\d+\?comment=/ } },
  { name: "campaigns", path: "/campaigns" },
  {
    name: "campaign",
    path: { on: "/campaigns?sort=name&order=desc", href: new RegExp(`^/campaigns/${UUID}$`) },
    charts: true,
  },
  { name: "reports", path: "/reports", charts: true },
  { name: "creator-studio", path: "/creator-studio" },
  { name: "media-library", path: "/media-library" },
  { name: "inbox", path: "/inbox" },
  { name: "settings", path: "/settings" },
  { name: "members", path: "/settings/members" },
  { name: "profile", path: "/settings/profile" },
  { name: "audit", path: "/settings/audit" },
  { name: "alerts", path: "/settings/alerts" },
  { name: "runs", path: "/settings/runs" },
  { name: "not-found", path: "/nowhere" },
];

/** The addresses of a page and of its states; `read` answers with the HTML of an address. */
export async function addressesOf(
  { name, path, states = [] }: ProductPage,
  read: (address: string) => Promise<string>,
): Promise<[string, ...string[]]> {
  const address = typeof path === "string" ? path : await findLink(name, path, read);
  return [address, ...states.map((state) => (state.startsWith("?") ? address + state : state))];
}

async function findLink(
  name: string,
  { on, href }: Linked,
  read: (address: string) => Promise<string>,
) {
  const links = (await read(on)).matchAll(/\shref="([^"]*)"/g);
  for (const [, link = ""] of links) {
    const whole = link.replaceAll("&amp;", "&");
    const [path = ""] = whole.split(/[?#]/);
    if (href.test(path)) return path;
    if (href.test(whole)) return whole;
  }
  throw new Problem(`There is no link to a page "${name}" on ${on}.`);
}
