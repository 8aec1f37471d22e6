import {
  ChartScatter,
  Download,
  FileChartColumn,
  Hash,
  House,
  Image,
  Inbox,
  LayoutGrid,
  Link,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Pencil,
  Plug,
  SlidersHorizontal,
  Upload,
} from "lucide-react";

export type Place = { href: string; label: string; Icon: LucideIcon };

/** Where one can go. */
export const PLACES = {
  home: { href: "/", label: "Dashboard", Icon: House },
  settings: { href: "/settings", label: "Settings", Icon: SlidersHorizontal },
  inbox: { href: "/inbox", label: "Inbox", Icon: Inbox },
  link: { href: "/link", label: "Single link", Icon: Link },
  upload: { href: "/upload", label: "Upload", Icon: Upload },
  jobs: { href: "/jobs", label: "Jobs", Icon: ListChecks },
  accounts: { href: "/accounts", label: "Accounts", Icon: Plug },
  ingest: { href: "/settings/ingest", label: "Ingest", Icon: Download },
  performance: { href: "/performance", label: "Performance", Icon: ChartScatter },
  posts: { href: "/posts", label: "Posts", Icon: LayoutGrid },
  hashtags: { href: "/hashtags", label: "Hashtags", Icon: Hash },
  comments: { href: "/comments", label: "Comments", Icon: MessageSquare },
  campaigns: { href: "/campaigns", label: "Campaigns", Icon: Megaphone },
  reports: { href: "/reports", label: "Reports", Icon: FileChartColumn },
  studio: { href: "/creator-studio", label: "Creator studio", Icon: Pencil },
  library: { href: "/media-library", label: "Media library", Icon: Image },
} satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** By what people do. */
export const PLACE_GROUPS: { label: string; places: PlaceName[] }[] = [
  { label: "Collect", places: ["link", "upload", "jobs", "accounts", "ingest"] },
  {
    label: "Understand",
    places: ["performance", "posts", "hashtags", "comments", "campaigns", "reports"],
  },
  { label: "Create", places: ["studio", "library"] },
];

/** On a phone these stand in the bar; all others behind "More". */
export const BAR_PLACES: PlaceName[] = ["home", "performance", "upload", "jobs"];

/** The address of the place that a path belongs to: the nearest one, so that ingest is not settings too. */
export function placeOf(path: string): string | undefined {
  return Object.values(PLACES)
    .map(({ href }) => href)
    .filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)[0];
}
