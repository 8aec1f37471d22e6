import { useCallback, useState } from "react";

// Near enough to be seen soon.
const NEAR = "200px";

/**
 * The width of an element, for charts that are drawn anew instead of scaled: 0 until it is known. And
 * whether it has been in sight, or nearly: before that nobody needs the code that draws in it.
 */
export function useWidth() {
  const [width, setWidth] = useState(0);
  const [seen, setSeen] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const size = new ResizeObserver(([entry]) => {
      const wide = Math.floor(entry?.contentRect.width ?? 0);
      // A hidden chart has no width; it keeps the last one, so that it can still be downloaded.
      if (wide > 0) setWidth(wide);
    });
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        sight.disconnect();
      },
      { rootMargin: NEAR },
    );
    size.observe(element);
    sight.observe(element);
    return () => {
      size.disconnect();
      sight.disconnect();
    };
  }, []);
  return { ref, width, seen };
}
