import { type ReactNode, useEffect, useRef, useState } from "react";

const AHEAD = "1500px 0px";
const USUAL_ROW_PX = 76;

/** Rows of one page. Far from the screen only their room stays, so that a long thread costs no more than a short one. */
export function ThreadChunk({
  count,
  isWanted,
  children,
}: {
  count: number;
  /** One of its rows gets the focus next. */
  isWanted: boolean;
  children: () => ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = useRef(USUAL_ROW_PX);
  const shown = useRef(count);
  const [isNear, setNear] = useState(true);
  if (isWanted && !isNear) setNear(true);
  shown.current = count;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // Of several, the last is how it stands.
        const entry = entries.at(-1);
        if (!entry) return;
        if (!entry.isIntersecting) {
          rowPx.current = entry.boundingClientRect.height / Math.max(1, shown.current);
        }
        setNear(entry.isIntersecting);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={frame} style={isNear ? undefined : { height: rowPx.current * count }}>
      {isNear && children()}
    </div>
  );
}
