import { cx } from "@/components/ui/cx";

/** Holds the height of what is on its way; shows after 200 ms and keeps still. */
export function Skeleton({ className }: { className?: string }) {
  const look = "animate-[late_1ms_200ms_both] rounded-md bg-sunken";
  return <div aria-hidden="true" className={cx(look, className ?? "h-4")} />;
}
