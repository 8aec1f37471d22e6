import { ingestHref, ingestRunHref } from "@/components/ingest/ingest-address";
import { resultHref } from "@/components/jobs/result-address";
import { explainTokenProblem, SIGN_IN_NAMES } from "@/lib/accounts/token-problems";
import type { AttentionItem } from "@/lib/dashboard/attention";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import { rowErrorTitle } from "@/lib/jobs/row-errors";
import { type Connection, TOKEN_PROBLEMS } from "@/lib/platforms/connected";
import { PLATFORM_NAMES, ROW_ERRORS } from "@/lib/platforms/platform";

export type Attention = {
  tone: "bad" | "warn" | "plain";
  glyph: "unplug" | "clock" | "quota" | "rows" | "box";
  title: string;
  why: string;
  href: string;
  /** For who may act, and for who only looks. */
  act: string;
  look: string;
};

type Clock = { zone: string; now: Date };

/** What wants somebody, why, and where it is mended. */
export function explainAttention(item: AttentionItem, { zone, now }: Clock): Attention {
  const { kind, subject, name, platform, amount, since, until, detail } = item;
  const on = platform ? PLATFORM_NAMES[platform] : "";
  const at = (time: string | null) => (time ? moment(time, zone, now) : null);
  switch (kind) {
    case "reconnect":
      return {
        tone: "bad",
        glyph: "unplug",
        title: `${on} ${name} is disconnected`,
        why: `${problemWords(detail, platform)} Numbers stop at ${at(since)}.`,
        href: `/accounts#account-${subject}`,
        act: "Reconnect",
        look: "See account",
      };
    case "ingest":
      return {
        tone: "bad",
        glyph: "unplug",
        title: "Apify refuses the ingest",
        why: sentence(detail),
        href: ingestHref(),
        act: "Mend settings",
        look: "See ingest",
      };
    case "stale":
      return {
        tone: "warn",
        glyph: "clock",
        title: `${subject === "apify" ? "Apify" : on} is behind${since ? `: last measured ${at(since)}` : ""}`,
        why: sentence(detail),
        href: subject === "apify" ? ingestHref() : "/accounts",
        act: "Measure now",
        look: "See why",
      };
    case "quota":
      return {
        tone: "warn",
        glyph: "quota",
        title: `${on}’s quota is spent`,
        why: `${counted(amount ?? 0, detail === "rows" ? "row waits" : "post waits", detail === "rows" ? "rows wait" : "posts wait")} and ${amount === 1 ? "goes" : "go"} on by ${amount === 1 ? "itself" : "themselves"}${until ? ` at ${at(until)}` : ""}; nothing failed because of it.`,
        href: detail === "rows" ? "/jobs?status=running" : "/settings/runs",
        act: "See what waits",
        look: "See what waits",
      };
    case "failed_rows": {
      const cause = ROW_ERRORS.find((known) => known === detail);
      return {
        tone: "plain",
        glyph: "rows",
        title: `${counted(amount ?? 0, "row")} failed in ${name}`,
        why: `${cause ? `Mostly: ${rowErrorTitle(cause).toLowerCase()}. ` : ""}Each row says why, and can be tried again.`,
        href: resultHref(subject ?? "", { state: "failed" }),
        act: "Open job",
        look: "Open job",
      };
    }
    case "failing_posts":
      return {
        tone: "plain",
        glyph: "rows",
        title: `${counted(amount ?? 0, "post")} could not be measured lately`,
        why: `Each says why. They are tried again by themselves, ever less often.${since ? ` The longest since ${at(since)}.` : ""}`,
        href: "/posts?state=failing",
        act: "See posts",
        look: "See posts",
      };
    case "failed_ingest":
      return {
        tone: "warn",
        glyph: "box",
        title: "The last ingest did not succeed",
        why: sentence(detail),
        href: ingestRunHref(subject ?? ""),
        act: "Open run",
        look: "Open run",
      };
    case "quarantine":
      return {
        tone: "plain",
        glyph: "box",
        title: `${counted(amount ?? 0, "item")} of the ingest of ${at(since)} could not be read`,
        why: `Set aside as they came. ${sentence(detail)}`,
        href: ingestRunHref(subject ?? ""),
        act: "Look into it",
        look: "See items",
      };
  }
}

function problemWords(problem: string | null, platform: AttentionItem["platform"]) {
  const known = TOKEN_PROBLEMS.find((each) => each === problem);
  const way = CONNECTIONS.find((each) => each === platform);
  return known && way ? explainTokenProblem(known, way).why : "Its sign-in is no longer good.";
}
// safe because these are the keys of a record of connections
const CONNECTIONS = Object.keys(SIGN_IN_NAMES) as Connection[];

function sentence(text: string | null) {
  if (!text) return "";
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
