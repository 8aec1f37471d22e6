import { changeOf } from "@/lib/format/change";
import { compactCount, counted } from "@/lib/format/count";
import type { PeriodRow, Periods } from "@/lib/reports/periods";

export const PERIOD_LABELS: Record<PeriodRow["key"], string> = {
  posts: "Posts published",
  views_gained: "Views gained",
  engagements_gained: "Engagements gained",
  comments: "Comments written",
  commenters: "People who commented",
  people: "People who posted",
  tags: "Hashtags used",
};

/** Why a number is unknown, as a sentence. */
export function whyUnknown({ key, reason }: PeriodRow): string {
  switch (reason) {
    case "yet_to_come":
      return "These days are yet to come.";
    case "not_collected":
      return "No comments were read in this workspace: unknown, not 0.";
    case "people_not_told":
      return "Nobody says who wrote them.";
    default:
      return key === "views_gained"
        ? "No views were measured in these days: unknown, not 0."
        : "No likes, comments, shares or saves were measured in these days: unknown, not 0.";
  }
}

/** Why it is not held against the period before; null when it is. */
export function whyNotCompared({ reason }: PeriodRow): string | null {
  switch (reason) {
    case null:
      return null;
    case "redefined":
      return "redefined meanwhile: no comparison";
    case "not_measured_before":
      return "nothing was collected then";
    case "still_running":
      return "no whole day measured yet";
    case "measured_less_before":
      return "only part of it was collected then: no comparison";
    case "measured_less_now":
      return "fewer days measured now: no comparison";
    case "not_measured":
      return "not measured";
    case "not_collected":
      return "no comments read";
    case "people_not_told":
      return "not told by whom";
    case "yet_to_come":
      return "yet to come";
  }
}

/** What was added up or counted, and against what. */
export function rowNote(row: PeriodRow, running: boolean): string {
  const { days, of } = row;
  const parts = [
    of?.join(", "),
    days !== null && running && row.reason === null && `compared in ${counted(days, "whole day")}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What the period brought beside the one before; the measure where that cannot be said. */
export function periodsFinding({ rows, is_running }: Periods): string {
  const views = rows.find(({ key }) => key === "views_gained");
  if (!views?.value) return "Period against period";
  const brought = `${compactCount(views.value)} views gained${is_running ? " so far" : ""}`;
  const change = changeOf(views.compared, views.previous);
  if (!change?.size.includes("%")) return brought;
  const [arrow, ...size] = change.size.split(" ");
  return `${brought}, ${size.join(" ")} ${arrow === "↑" ? "more" : "less"} than before`;
}
