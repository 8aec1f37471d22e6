import { X } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";

/** A filter that is set; following it takes the filter away. */
export function FilterChip({ href, children }: { href: string; children: string }) {
  return (
    <AppLink
      href={href}
      scroll={false}
      className="touch inline-flex h-[26px] items-center gap-1.5 rounded-[5px] bg-accent-soft px-2 text-xs font-medium whitespace-nowrap text-accent-text"
    >
      {children}
      <X aria-hidden="true" />
      <span className="sr-only">: take this filter away</span>
    </AppLink>
  );
}
