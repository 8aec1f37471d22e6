import { cx } from "@/components/ui/cx";

export type ButtonLook = {
  variant?: "primary" | "default" | "quiet" | "danger" | undefined;
  /** `small` is 26 px high, for use inside panels. */
  size?: "normal" | "small" | undefined;
  /** Square, for an icon alone. */
  square?: boolean | undefined;
};

const BASE =
  "touch inline-flex items-center justify-center rounded-md border font-medium whitespace-nowrap select-none " +
  "transition-colors duration-(--fast) ease-(--ease) " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted " +
  "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted";

const VARIANTS = {
  primary:
    "border-accent bg-accent text-on-accent enabled:not-aria-disabled:hover:bg-accent-hover [a]:hover:bg-accent-hover",
  default:
    "border-[color-mix(in_srgb,var(--line-strong)_55%,var(--line))] bg-panel text-ink [&_svg]:text-ink-2 " +
    "hover:bg-hover data-popup-open:border-line-strong data-popup-open:bg-hover",
  quiet: "border-transparent text-ink-2 hover:bg-hover data-popup-open:bg-hover",
  danger: "border-bad bg-panel text-bad-text hover:bg-bad-soft",
};

/** The look of a button, for whatever element carries it: button, link, menu trigger. */
export function buttonClass({ variant = "default", size = "normal", square = false }: ButtonLook) {
  const small = size === "small";
  return cx(
    BASE,
    VARIANTS[variant],
    small ? "h-[26px] gap-1.5 rounded-[5px] text-xs" : "h-(--control-h) gap-[7px] text-sm",
    square && (small ? "w-[26px]" : "w-(--control-h)"),
    !square && (small ? "px-[9px]" : "px-[11px]"),
  );
}
