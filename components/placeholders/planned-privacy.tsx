import { CircleDashed, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Panel, PanelHead } from "@/components/ui/panel";

/** Who can read what: as it is, and dashed as it will be. */
export function PlannedPrivacy({
  label,
  today,
  then,
}: {
  label: string;
  today: string[];
  then: string[];
}) {
  return (
    <Panel>
      <PanelHead title="How it stays private" sub="The rules of today, and the one it adds" />
      <div className="grid gap-px overflow-hidden rounded-b-[9px] border-t bg-line md:grid-cols-2">
        <Rules title="Everywhere, today" glyph={<Lock aria-hidden="true" />} rules={today} />
        <Rules
          title={`${label}, once it is here`}
          glyph={<CircleDashed aria-hidden="true" />}
          rules={then}
        />
      </div>
    </Panel>
  );
}

function Rules({ title, glyph, rules }: { title: string; glyph: ReactNode; rules: string[] }) {
  return (
    <div className="bg-panel px-3.5 py-3 md:px-4 md:py-3.5">
      <h3 className="text-ink-2">{title}</h3>
      <ul className="mt-2 flex flex-col gap-2.5">
        {rules.map((rule) => (
          <li
            key={rule}
            className="flex gap-2.5 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:text-muted"
          >
            {glyph}
            <span className="max-w-prose min-w-0">{rule}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
