import { ChevronLeft, ChevronRight } from "lucide-react";
import { CompareMenu } from "@/components/period/compare-menu";
import { daysHref } from "@/components/period/range-address";
import { RangeMenu } from "@/components/period/range-menu";
import { daysText, isAhead } from "@/components/period/range-words";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button-class";
import { type ShownDays, step } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";

const SQUARE = buttonClass({ square: true });

/** Which days: a period by name or its own, a step back and forth, and what stands beside. */
export function RangeControl({
  query,
  days,
  today,
}: {
  query: RangeQuery;
  days: ShownDays;
  today: string;
}) {
  const [earlier, later] = [step(days, -1), step(days, 1)];
  const [back, forth] = [`Before: ${daysText(earlier)}`, `After: ${daysText(later)}`];
  return (
    <search
      aria-label="Period"
      className="flex min-w-0 items-center gap-1.5 max-md:w-full max-md:flex-wrap"
    >
      <AppLink
        href={daysHref(query, earlier, today)}
        rel="prev"
        data-key="["
        aria-label={back}
        data-tip={back}
        scroll={false}
        className={SQUARE}
      >
        <ChevronLeft aria-hidden="true" />
      </AppLink>
      <RangeMenu query={query} days={days} today={today} />
      {isAhead(days, today) ? (
        <button
          type="button"
          aria-disabled="true"
          aria-label="After: these days are yet to come"
          data-tip="These days are yet to come."
          className={SQUARE}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      ) : (
        <AppLink
          href={daysHref(query, later, today)}
          rel="next"
          data-key="]"
          aria-label={forth}
          data-tip={forth}
          scroll={false}
          className={SQUARE}
        >
          <ChevronRight aria-hidden="true" />
        </AppLink>
      )}
      <CompareMenu query={query} days={days} />
    </search>
  );
}
