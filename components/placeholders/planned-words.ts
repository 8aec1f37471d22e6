import type { PlaceName } from "@/components/shell/places";

/** What a planned page says of itself. */
export type PlannedWords = {
  place: PlaceName;
  /** That it is not there yet, what it will be, and for whose eyes. */
  summary: string;
  coming: { title: string; text: string }[];
  /** What works now and comes near it. */
  today: { place: PlaceName; text: string; forMembers?: true }[];
  privateToday: string[];
  privateThen: string[];
};

export const ROWS_STAY_HOME =
  "Each of your rows carries its workspace. The database itself hides it from all who are not members (row level security), so that a mistake in a page cannot show it.";
