import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";

type Look = Omit<ButtonLook, "square">;

/** A button that is no submit button unless told (`type="submit"`, or SubmitButton in an ActionForm). */
export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={cx(buttonClass({ variant, size }), className)} {...rest} />;
}

/** A link that looks like a button. `download` makes it a plain link to a file. */
export function ButtonLink({
  variant,
  size,
  className,
  href,
  download,
  children,
}: Look & {
  href: string;
  download?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const look = cx(buttonClass({ variant, size }), className);
  if (!download) {
    return (
      <AppLink href={href} className={look}>
        {children}
      </AppLink>
    );
  }
  return (
    <a href={href} download className={look}>
      {children}
    </a>
  );
}

/** An icon alone; `label` is what it is called. */
export function IconButton({
  label,
  variant = "quiet",
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look & { label: string }) {
  const look = cx(buttonClass({ variant, size, square: true }), className);
  return <button type={type} aria-label={label} data-tip={label} className={look} {...rest} />;
}
