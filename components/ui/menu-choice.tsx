"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useMenuParts } from "@/components/ui/menu-parts";

type Choice = { value: string; title: string; icon?: ReactNode; end?: ReactNode };

/** One of several, inside a Menu: the chosen one carries a check mark. */
export function MenuChoice({
  label,
  value,
  onChange,
  choices,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: Choice[];
}) {
  const { Group, GroupLabel, RadioGroup, RadioItem, RadioItemIndicator } = useMenuParts();
  return (
    <Group>
      <GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-muted">{label}</GroupLabel>
      <RadioGroup value={value} onValueChange={onChange}>
        {choices.map(({ value: choice, title, icon, end }) => (
          <RadioItem
            key={choice}
            value={choice}
            closeOnClick
            className="flex items-center gap-2.5 rounded-md px-2 py-[7px] outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
          >
            {icon}
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {end && <span className="text-xs text-muted">{end}</span>}
            <span className="size-4">
              <RadioItemIndicator>
                <Check aria-hidden="true" className="text-accent-text" />
              </RadioItemIndicator>
            </span>
          </RadioItem>
        ))}
      </RadioGroup>
    </Group>
  );
}
