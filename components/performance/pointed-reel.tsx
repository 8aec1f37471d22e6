"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { cx } from "@/components/ui/cx";

type Pointed = { post: number | null; point: (post: number | null) => void };

const PointedContext = createContext<Pointed>({ post: null, point: () => {} });

/** Keeps which reel is pointed at, so that its dot and its row light up together. */
export function PointedReel({ children }: { children: ReactNode }) {
  const [post, point] = useState<number | null>(null);
  return <PointedContext value={{ post, point }}>{children}</PointedContext>;
}

export function usePointed() {
  return useContext(PointedContext);
}

/** A row of a reel that also stands in the scatter. */
export function PointedRow({ post, children }: { post: number; children: ReactNode }) {
  const pointed = usePointed();
  return (
    <li
      onPointerEnter={() => pointed.point(post)}
      onPointerLeave={() => pointed.point(null)}
      onFocus={() => pointed.point(post)}
      onBlur={() => pointed.point(null)}
      className={cx(
        "relative flex items-start gap-3 border-t px-3.5 py-2.5 md:px-4",
        pointed.post === post && "bg-hover",
      )}
    >
      {children}
    </li>
  );
}
