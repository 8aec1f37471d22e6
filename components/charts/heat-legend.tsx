import type { ReactNode } from "react";
import { HEAT_STEPS, type HeatMeasure, stepTexts } from "@/components/charts/heat-scale";

const SWATCH = { width: 22, height: 12 };

/** What the steps and the hatching mean; the image of the chart takes it from here. */
export function HeatLegend({
  measure,
  cuts,
  fewest,
  hasBest,
}: {
  measure: HeatMeasure;
  cuts: readonly number[];
  fewest: number;
  hasBest: boolean;
}) {
  const box = { x: 0.5, y: 0.5, width: 21, height: 11, rx: 2 };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 pt-3 text-xs text-ink-2">
      {stepTexts(measure, cuts).map((text, index) => (
        <Entry key={text} text={text}>
          <rect {...box} fill={HEAT_STEPS[index]?.fill} stroke="var(--line)" />
        </Entry>
      ))}
      <Entry text={`Fewer than ${fewest} measured posts: no evidence`}>
        <rect {...box} fill="none" stroke="var(--line-strong)" strokeDasharray="2 2" />
        <path d="M4 11L12 1M11 11L19 1" stroke="var(--line-strong)" strokeOpacity=".5" />
      </Entry>
      {hasBest && (
        <Entry text="Clearly the best">
          <rect {...box} fill="none" stroke="var(--text)" strokeWidth="2" />
        </Entry>
      )}
      <li>Below each value: the posts behind it</li>
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li data-legend="" className="inline-flex items-center gap-1.5">
      <svg {...SWATCH} aria-hidden="true" className="flex-none">
        {children}
      </svg>
      {text}
    </li>
  );
}
