import {
  BellRing,
  Contrast,
  FileText,
  Keyboard,
  LogOut,
  Moon,
  PanelLeft,
  Plus,
  Sun,
  UserPlus,
  Users,
} from "lucide-react";
import type { Item } from "@/components/search/item";
import { toggleNavFold } from "@/components/shell/nav-fold-browser";
import { PLACE_GROUPS, PLACES, type PlaceName } from "@/components/shell/places";
import type { ShellState } from "@/components/shell/shell-context";
import { GO_KEYS } from "@/components/shell/shortcuts";
import { chooseTheme } from "@/components/shell/theme-browser";

const WORDS: Partial<Record<PlaceName, string>> = {
  home: "start overview home",
  link: "url paste measure",
  upload: "file csv excel import paste links",
  accounts: "connect channels tokens platforms",
  ingest: "apify reels runs",
  performance: "scatter breakouts outliers reels",
  campaigns: "spend prices cpm cost per engagement",
  inbox: "alerts messages notifications",
  settings: "workspace time zone",
};

/** The pages of the navigation. */
export function pageItems(): Item[] {
  const letters = Object.fromEntries(Object.entries(GO_KEYS).map(([key, place]) => [place, key]));
  const inOrder: PlaceName[] = [
    "home",
    ...PLACE_GROUPS.flatMap(({ places }) => places),
    "inbox",
    "settings",
  ];
  return inOrder.map((name) => ({
    id: `page ${name}`,
    title: PLACES[name].label,
    Icon: PLACES[name].Icon,
    words: WORDS[name],
    keys: letters[name] ? ["g", letters[name]] : undefined,
    does: { go: PLACES[name].href },
  }));
}

/** What can be done from anywhere, by who may. */
export function commandItems(shell: ShellState, showShortcuts: () => void): Item[] {
  const { role } = shell.workspace;
  const administers = role === "owner" || role === "admin";
  const items: (Item | false)[] = [
    role !== "viewer" && page("Upload a file of links", Plus, "/upload", "new job csv excel"),
    role !== "viewer" && page("Connect an account", Plus, "/accounts", "youtube tiktok instagram"),
    administers && page("Invite someone", UserPlus, "/settings/members", "member role team"),
    page("Members and roles", Users, "/settings/members", "team people settings"),
    page("Your profile", Users, "/settings/profile", "name password e-mail keys sessions settings"),
    page("Alert rules", BellRing, "/settings/alerts", "notifications webhook settings"),
    administers && page("Audit log", FileText, "/settings/audit", "changes history settings"),
    {
      id: "do shortcuts",
      title: "Keyboard shortcuts",
      Icon: Keyboard,
      words: "? keys help",
      keys: shell.singleKeys ? ["?"] : undefined,
      does: { run: showShortcuts },
    },
    theme("Light theme", Sun, "light"),
    theme("Dark theme", Moon, "dark"),
    theme("Theme like the system", Contrast, "system"),
    {
      id: "do fold",
      title: "Fold or open the navigation",
      Icon: PanelLeft,
      words: "collapse sidebar menu",
      does: { run: toggleNavFold },
    },
    {
      id: "do sign-out",
      title: "Sign out",
      Icon: LogOut,
      words: "log out leave",
      does: { run: () => void shell.signOut() },
    },
  ];
  return items.filter((item) => item !== false);
}

function page(title: string, Icon: Item["Icon"], href: string, words: string): Item {
  return { id: `do ${title}`, title, Icon, words, does: { go: href } };
}

function theme(title: string, Icon: Item["Icon"], choice: "light" | "dark" | "system"): Item {
  const words = "appearance colours mode theme";
  return { id: `do ${choice}`, title, Icon, words, does: { run: () => chooseTheme(choice) } };
}
