"use client";

import { Calendar, CalendarRange, Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { OwnDays } from "@/components/period/own-days";
import { rangeHref } from "@/components/period/range-address";
import { daysBeside, daysText, RANGE_NAMES } from "@/components/period/range-words";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { namedDays, RANGES, type ShownDays } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";

/** The periods by name, each with its days, and a window for others. */
export function RangeMenu({
  query: { compare },
  days,
  today,
}: {
  query: RangeQuery;
  days: ShownDays;
  today: string;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        align="start"
        wide
        trigger={
          <>
            <Calendar aria-hidden="true" className="max-sm:hidden" />
            <span className="max-w-48 truncate">
              <span className="sr-only">Period: </span>
              {days.name ? RANGE_NAMES[days.name] : daysText(days)}
            </span>
            <ChevronDown aria-hidden="true" />
          </>
        }
      >
        {RANGES.map((name) => (
          <MenuLink
            key={name}
            href={rangeHref({ range: name, compare })}
            current={name === days.name ? "true" : undefined}
            title={RANGE_NAMES[name]}
            end={
              <span className="flex items-center gap-2 text-xs text-muted">
                {daysBeside(namedDays(name, today), { from: today, until: today })}
                {name === days.name ? (
                  <Check aria-hidden="true" className="text-accent-text" />
                ) : (
                  <span className="size-4" />
                )}
              </span>
            }
          />
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<CalendarRange aria-hidden="true" />}
          title="Other days"
          onSelect={() => setAsking(true)}
        />
      </Menu>
      <OwnDays
        open={asking}
        onOpen={setAsking}
        compare={compare}
        from={days.from}
        until={days.until < today ? days.until : today}
      />
    </>
  );
}
