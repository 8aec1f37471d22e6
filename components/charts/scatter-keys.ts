import type { ReelPlace } from "@/components/charts/scatter";
import { panBy, type View, WHOLE, zoomAround } from "@/components/charts/scatter-view";
import { placeTowards, rankTowards } from "@/components/charts/scatter-walk";

const PAN = 0.25;
const CLOSER = 2;

type Press = {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};
type Answer = { view: View } | { postId: number } | { open: true };

/** What a key asks for; null when it is none of the scatter's. `now` is where the walk stands. */
export function answerKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Press,
  places: readonly ReelPlace[],
  now: ReelPlace | null,
  view: View,
): Answer | null {
  if (ctrlKey || metaKey || altKey) return null;
  const middle = { x: (view.x[0] + view.x[1]) / 2, y: (view.y[0] + view.y[1]) / 2 };
  if (key === "+" || key === "=") return { view: zoomAround(view, now?.mark ?? middle, CLOSER) };
  if (key === "-" || key === "_")
    return { view: zoomAround(view, now?.mark ?? middle, 1 / CLOSER) };
  if (key === "0") return { view: WHOLE };
  if (shiftKey) {
    const pans: Record<string, View> = {
      ArrowLeft: panBy(view, -PAN, 0),
      ArrowRight: panBy(view, PAN, 0),
      ArrowUp: panBy(view, 0, PAN),
      ArrowDown: panBy(view, 0, -PAN),
    };
    return pans[key] ? { view: pans[key] } : null;
  }
  if (key === "Enter") return now ? { open: true } : null;
  const first = places[0];
  const rank = rankTowards(now ? places.indexOf(now) : 0, places.length, key);
  if (rank !== null) return idOf((now || key === "End" ? places[rank] : first) ?? now);
  if (!key.startsWith("Arrow")) return null;
  return idOf(now ? (placeTowards(places, now, key) ?? now) : first);
}

function idOf(place: ReelPlace | null | undefined): Answer | null {
  return place ? { postId: place.mark.reel.post_id } : null;
}
