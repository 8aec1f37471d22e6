import { PLACES, type PlaceName } from "@/components/shell/places";

export type Shortcut = { keys: string[]; label: string };
export type ShortcutGroup = { label: string; shortcuts: Shortcut[] };

/** After `g`: the letter of each place. */
export const GO_KEYS = {
  d: "home",
  i: "inbox",
  l: "link",
  u: "upload",
  j: "jobs",
  a: "accounts",
  n: "ingest",
  p: "performance",
  o: "posts",
  h: "hashtags",
  c: "comments",
  k: "campaigns",
  r: "reports",
  w: "studio",
  m: "library",
  s: "settings",
} satisfies Record<string, PlaceName>;

/** Keys that press, or focus, whatever on the page carries `data-key` with them. */
export const PAGE_KEYS = {
  "/": "Filter or search in the page",
  e: "Export what the page shows",
  "[": "Step to the period before",
  "]": "Step to the period after",
};

/** All shortcuts there are, for the list that `?` opens. */
export const SHORTCUT_GROUPS: ShortcutGroup[] = [
  {
    label: "Anywhere",
    shortcuts: [
      { keys: ["Ctrl", "K"], label: "Search, run a command, or paste a link" },
      { keys: ["?"], label: "This list" },
      { keys: ["Esc"], label: "Close what is open" },
    ],
  },
  {
    label: "On a page",
    shortcuts: [
      ...Object.entries(PAGE_KEYS).map(([key, label]) => ({ keys: [key], label })),
      { keys: ["j"], label: "Next row" },
      { keys: ["k"], label: "Row before" },
      { keys: ["Enter"], label: "Open the row" },
    ],
  },
  {
    label: "On a chart",
    shortcuts: [
      { keys: ["Tab"], label: "Into the chart" },
      { keys: ["←", "→"], label: "From point to point" },
      { keys: ["t"], label: "The same as a table" },
    ],
  },
  {
    label: "Go to",
    shortcuts: Object.entries(GO_KEYS).map(([key, place]) => ({
      keys: ["g", key],
      label: PLACES[place].label,
    })),
  },
];
