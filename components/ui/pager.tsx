import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { PanelFooter } from "@/components/ui/panel";
import { exactCount } from "@/lib/format/count";

/** "Rows 1 – 50 of 10,000" and the way to the neighbours, as a panel's footer. Pages count from 1. */
export function Pager({
  noun,
  page,
  pageSize,
  total,
  hrefOf,
}: {
  /** Plural, capitalised: "Rows", "Jobs". */
  noun: string;
  page: number;
  pageSize: number;
  total: number;
  hrefOf: (page: number) => string;
}) {
  const first = Math.min((page - 1) * pageSize + 1, total);
  const last = Math.min(page * pageSize, total);
  return (
    <PanelFooter>
      <span>{`${noun} ${exactCount(first)} – ${exactCount(last)} of ${exactCount(total)}`}</span>
      <nav aria-label={`Pages of ${noun.toLowerCase()}`} className="ml-auto flex gap-2">
        <Neighbour href={page > 1 ? hrefOf(page - 1) : null} label="Previous" />
        <Neighbour href={last < total ? hrefOf(page + 1) : null} label="Next" />
      </nav>
    </PanelFooter>
  );
}

function Neighbour({ href, label }: { href: string | null; label: string }) {
  if (href === null) {
    return (
      <button type="button" disabled className={buttonClass({ size: "small" })}>
        {label}
      </button>
    );
  }
  return (
    <ButtonLink size="small" href={href}>
      {label}
    </ButtonLink>
  );
}
