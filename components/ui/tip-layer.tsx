"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const TipPopup = lazy(() => import("@/components/ui/tip-popup"));

// Long enough to move the pointer from a number onto its tooltip.
const LINGER_MS = 120;

/** One tooltip for the whole page: whatever carries `data-tip` shows it on hover, focus and tap. */
export function TipLayer() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Its code comes with the first one.
  const [used, setUsed] = useState(false);
  if (anchor && !used) setUsed(true);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => setAnchor(null);
    // A table holds hundreds of these: one listener costs less than hundreds of tooltips.
    const show = ({ target, type }: Event) => {
      if (!(target instanceof Element)) return;
      clearTimeout(timer);
      if (target.closest("[data-tip-popup]")) return;
      const found = target.closest("[data-tip]");
      if (found instanceof HTMLElement && speaks(found)) setAnchor(found);
      else if (type === "focusin") hide();
      else timer = setTimeout(hide, LINGER_MS);
    };
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("pointerover", show, { signal });
    document.addEventListener("focusin", show, { signal });
    document.addEventListener("focusout", hide, { signal });
    document.documentElement.addEventListener("pointerleave", hide, { signal });
    document.addEventListener("keydown", onKey, { signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);

  const text = anchor?.isConnected ? anchor.dataset.tip : undefined;
  if (!used) return null;
  return (
    <Suspense>
      <TipPopup anchor={anchor} text={text} />
    </Suspense>
  );
}

// An open menu needs no name, and `data-tip-when` is the media query under which there is no label.
function speaks(element: HTMLElement) {
  const { popupOpen, tipWhen } = element.dataset;
  return popupOpen === undefined && (!tipWhen || matchMedia(tipWhen).matches);
}
