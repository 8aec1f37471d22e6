"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { useEffect, useState } from "react";

/** One tooltip for the whole page: whatever carries `data-tip` shows it on hover, focus and tap. */
export function TipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  useEffect(() => {
    // A table holds hundreds of these: one listener costs less than hundreds of tooltips.
    const show = (event: Event) => {
      const found = event.target instanceof Element && event.target.closest("[data-tip]");
      setAnchor(found instanceof HTMLElement && speaks(found) ? found : null);
    };
    const hide = () => setAnchor(null);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerleave", hide);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("pointerleave", hide);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  const text = anchor?.isConnected ? anchor.dataset.tip : undefined;
  return (
    <Tooltip.Root open={text !== undefined}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} collisionPadding={8} className="z-50">
          <Tooltip.Popup className="pointer-events-none max-w-64 rounded-md bg-raised px-2.5 py-1.5 text-xs shadow-pop">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

// An open menu needs no name, and `data-tip-when` is the media query under which there is no label.
function speaks(element: HTMLElement) {
  const { popupOpen, tipWhen } = element.dataset;
  return popupOpen === undefined && (!tipWhen || matchMedia(tipWhen).matches);
}
