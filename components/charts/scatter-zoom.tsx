import { Maximize, ZoomIn } from "lucide-react";
import { useRef } from "react";
import { isWhole, sameView, type View, WHOLE, ZONE } from "@/components/charts/scatter-view";
import { Button } from "@/components/ui/button";

/** The two views that need no drawing of a rectangle. Without room for both, the one that leads away. */
export function ZoomButtons({
  view,
  onView,
  onReached,
  narrow,
}: {
  view: View;
  onView: (view: View) => void;
  /** The pointer left the plot for them. */
  onReached: () => void;
  narrow: boolean;
}) {
  const preset = useRef<HTMLButtonElement>(null);
  const zoomed = !isWhole(view);
  const inZone = sameView(view, ZONE);
  const back = narrow && zoomed;
  return (
    <div className="absolute top-0 right-0 z-10 flex gap-1" onPointerEnter={onReached}>
      <Button
        ref={preset}
        size="small"
        variant="quiet"
        aria-pressed={back ? undefined : inZone}
        className={inZone && !back ? "bg-ember-soft! text-ember-text!" : undefined}
        onClick={() => onView(back ? WHOLE : ZONE)}
      >
        {back ? <Maximize aria-hidden="true" /> : <ZoomIn aria-hidden="true" />}
        {back ? "Reset zoom" : "Breakout zone"}
      </Button>
      {zoomed && !narrow && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            // This button goes away with the zoom: the focus stays beside it.
            preset.current?.focus();
            onView(WHOLE);
          }}
        >
          <Maximize aria-hidden="true" />
          Reset zoom
        </Button>
      )}
    </div>
  );
}
