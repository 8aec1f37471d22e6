"use client";

import { Tooltip } from "@base-ui/react/tooltip";

/** What a page's one tooltip looks like, beside what it tells about. */
export default function TipPopup({
  anchor,
  text,
}: {
  anchor: HTMLElement | null;
  text?: string | undefined;
}) {
  return (
    <Tooltip.Root open={text !== undefined}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={anchor}
          side={anchor?.dataset.tipSide === "right" ? "right" : "top"}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Tooltip.Popup
            data-tip-popup=""
            aria-hidden="true"
            className="max-w-64 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop"
          >
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
