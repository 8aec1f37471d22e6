"use client";

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Room } from "@/components/charts/plot";
import type { ReelPlace } from "@/components/charts/scatter";
import { ScatterCursor } from "@/components/charts/scatter-cursor";
import { answerKey } from "@/components/charts/scatter-keys";
import { ScatterPlot } from "@/components/charts/scatter-plot";
import { useScatterPointer } from "@/components/charts/scatter-pointer";
import { ScatterTip } from "@/components/charts/scatter-tip";
import { placeTip } from "@/components/charts/scatter-tip-place";
import { isWhole, type View, WHOLE, zoneIn } from "@/components/charts/scatter-view";
import { reelText } from "@/components/charts/scatter-words";
import { keptFree } from "@/components/charts/scatter-zone";
import { ZoomButtons } from "@/components/charts/scatter-zoom";

/** The plot and all that is done in it. What is pointed at is known here only: the dots stay as they are. */
export function ScatterStage({
  label,
  description,
  places,
  room,
  view,
  onView,
  narrow,
  hrefOf,
  selected,
  onPoint,
  timeZone,
  now,
}: {
  label: string;
  description: string;
  places: readonly ReelPlace[];
  room: Room;
  view: View;
  onView: (view: View) => void;
  narrow: boolean;
  hrefOf: (postId: number) => string | null;
  selected: number | null;
  onPoint: ((postId: number | null) => void) | undefined;
  timeZone: string;
  now: Date;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const walked = useRef<number | null>(null);
  const placeOf = (id: number | null) =>
    id === null ? null : (places.find(({ mark }) => mark.reel.post_id === id) ?? null);

  function point(postId: number | null) {
    if (postId === active) return;
    if (postId !== null) walked.current = postId;
    setActive(postId);
    onPoint?.(postId);
  }
  // The first link of the tip: the post's page, or the platform where there is none.
  const openPost = () => stage.current?.querySelector<HTMLElement>("[data-tip-links] a")?.click();
  const pointer = useScatterPointer({
    places,
    room,
    view,
    onView,
    active,
    onActive: point,
    onOpen: openPost,
  });
  const { brush } = pointer;

  useEffect(() => {
    if (active === null && !brush && isWhole(view)) return;
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const here = stage.current;
      if (brush) pointer.dropBrush();
      else if (active !== null) point(null);
      else if (here?.contains(document.activeElement) || here?.matches(":hover")) {
        // "Reset zoom" goes away with the zoom; the button beside it stays.
        if (document.activeElement?.closest("button")) here.querySelector("button")?.focus();
        onView(WHOLE);
      }
    }
    // A finger leaves nothing: it touches something else.
    function onDown({ target }: Event) {
      if (target instanceof Node && !stage.current?.contains(target)) point(null);
    }
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onDown);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onDown);
    };
  });

  function onKeyDown(event: KeyboardEvent) {
    const answer = answerKey(event, places, placeOf(active ?? walked.current), view);
    if (!answer) return;
    event.preventDefault();
    pointer.stay();
    if ("view" in answer) onView(answer.view);
    else if ("postId" in answer) point(answer.postId);
    else if (active !== null) openPost();
  }
  function onBlur({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof Node && stage.current?.contains(relatedTarget))) point(null);
  }

  const place = placeOf(active);
  const told = place ?? places[0];
  const zone = zoneIn(view);
  const href = place && hrefOf(place.mark.reel.post_id);
  const opens = place && (href ?? place.mark.reel.reel_url) !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices when plot and tip are left
    <div
      ref={stage}
      className="relative"
      onPointerLeave={(event) => event.pointerType !== "touch" && pointer.close()}
      onBlur={onBlur}
    >
      <ZoomButtons view={view} onView={onView} onReached={pointer.close} narrow={narrow} />
      <div
        // A slider, because that is what screen readers hand arrows to, and what announces each value.
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-description={description}
        aria-valuemin={Math.min(1, places.length)}
        aria-valuemax={places.length}
        aria-valuenow={told ? places.indexOf(told) + 1 : 0}
        aria-valuetext={told ? reelText(told.mark) : "No reel is in view."}
        className={`relative touch-manipulation rounded-md outline-offset-4 select-none ${opens ? "cursor-pointer" : "cursor-crosshair"}`}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (active !== null || !event.currentTarget.matches(":focus-visible")) return;
          point((placeOf(walked.current) ?? places[0])?.mark.reel.post_id ?? null);
        }}
        {...pointer.handlers}
      >
        <div data-plot="" className="pointer-events-none">
          <ScatterPlot places={places} room={room} view={view} narrow={narrow} />
        </div>
        <ScatterCursor active={place ?? placeOf(selected)} brush={brush} room={room} />
      </div>
      {place && (
        <ScatterTip
          mark={place.mark}
          href={href}
          place={(high) =>
            placeTip(place, {
              high,
              // Above the axes are the buttons.
              room: { left: 0, top: room.top - 10, right: room.width, bottom: room.height },
              zone: zone && keptFree(zone, view, room, narrow),
            })
          }
          timeZone={timeZone}
          now={now}
          onReached={pointer.stay}
          onPlaced={pointer.tipAt}
        />
      )}
    </div>
  );
}
