"use client";

import { Check, ChevronDown } from "lucide-react";
import { rangeHref } from "@/components/period/range-address";
import { COMPARISON_NAMES, daysBeside } from "@/components/period/range-words";
import { Menu, MenuLink } from "@/components/ui/menu";
import { COMPARISONS, daysOf, type ShownDays } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";

/** What the period stands beside. */
export function CompareMenu({ query, days }: { query: RangeQuery; days: ShownDays }) {
  const own = { from: days.from, until: days.until };
  return (
    <Menu
      trigger={
        <>
          <span className="sr-only">Comparison: </span>
          {COMPARISON_NAMES[query.compare].replace(" period", "")}
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      {COMPARISONS.map((compare) => {
        const { before } = daysOf({ ...own, compare }, days.from);
        return (
          <MenuLink
            key={compare}
            href={rangeHref({ ...query, compare })}
            current={compare === query.compare ? "true" : undefined}
            title={COMPARISON_NAMES[compare]}
            detail={before && daysBeside(before, days)}
            end={
              compare === query.compare && <Check aria-hidden="true" className="text-accent-text" />
            }
          />
        );
      })}
    </Menu>
  );
}
