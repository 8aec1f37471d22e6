"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A list that scrolls sideways and starts where its current entry can be seen. */
export function InView({ className, children }: { className: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!list.current || !current) return;
    // Not scrollIntoView, which may move the page as well.
    list.current.scrollLeft =
      current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
  }, []);
  return (
    <ul ref={list} className={className}>
      {children}
    </ul>
  );
}
