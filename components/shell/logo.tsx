import { cx } from "@/components/ui/cx";

/** The mark of the product, 28 px. */
export function Logo({ className }: { className?: string }) {
  const look = "grid size-7 flex-none place-items-center rounded-[7px] bg-ink text-bg";
  return (
    <span className={cx(look, className)}>
      <svg
        viewBox="0 0 18 18"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M3 14V6l6 5 6-7v10" />
        <circle cx="15" cy="4" r="1.6" fill="currentColor" stroke="none" />
      </svg>
    </span>
  );
}
