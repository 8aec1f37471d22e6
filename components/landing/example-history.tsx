import { Badge } from "@/components/ui/badge";
import { Freshness } from "@/components/ui/freshness";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";

const HEIGHT = 168;
const MOST = 1_500_000;
const TICKS = [
  [0, "0"],
  [500_000, "500K"],
  [1_000_000, "1M"],
  [1_500_000, "1.5M"],
] as const;
const DAYS = ["14 Nov", "16 Nov", "18 Nov", "20 Nov"];

/** Across in percent, and how many views were measured there. */
const BEFORE = [
  [2, 41_000],
  [8, 96_000],
  [14, 168_000],
  [20, 251_000],
  [26, 352_000],
  [32, 430_000],
] as const;
const AFTER = [
  [54, 742_000],
  [60, 866_000],
  [66, 951_000],
  [72, 1_048_000],
  [78, 1_121_000],
  [84, 1_196_000],
  [90, 1_284_310],
] as const;

const y = (views: number) => HEIGHT - (views / MOST) * HEIGHT;

/** A post's history as the product draws it: what was measured as dots, a gap as a gap. Made up for the picture. */
export function ExampleHistory() {
  return (
    <Panel label="Example of a post’s history" className="overflow-hidden">
      <PanelHead
        title="How a paper map is folded: 1.28M views in six days"
        sub="Views, measured every 6 hours · as of 20 Nov, 08:40"
      />
      <div className="px-4 pt-2 pb-1" aria-hidden="true">
        <div className="relative ml-9" style={{ height: HEIGHT }}>
          {TICKS.map(([views, label]) => (
            <span
              key={label}
              className="absolute -left-9 w-7 -translate-y-1/2 text-right text-2xs text-muted"
              style={{ top: y(views) }}
            >
              {label}
            </span>
          ))}
          <svg width="100%" height={HEIGHT} className="overflow-visible" aria-hidden="true">
            {TICKS.map(([views, label]) => (
              <line
                key={label}
                x1="0"
                x2="100%"
                y1={y(views)}
                y2={y(views)}
                stroke={views === 0 ? "var(--line-strong)" : "var(--chart-grid)"}
              />
            ))}
            <rect x="32%" width="22%" y="0" height={HEIGHT} fill="var(--chart-gap)" />
            <line
              x1="32%"
              x2="54%"
              y1={y(430_000)}
              y2={y(742_000)}
              stroke="var(--chart-6)"
              strokeWidth="1.5"
              strokeDasharray="2 4"
            />
            <Measured points={BEFORE} />
            <Measured points={AFTER} />
          </svg>
          <span className="absolute top-1.5 left-[32%] w-[22%] px-1.5 text-center text-2xs text-muted">
            Not measured<span className="max-sm:hidden">: access had expired</span>
          </span>
          <span
            className="absolute left-[91.5%] -translate-y-1/2 text-2xs font-strong max-sm:hidden"
            style={{ top: y(1_284_310) }}
          >
            1.28M
          </span>
        </div>
        <div className="mt-1.5 ml-9 flex justify-between pr-[8%] text-2xs text-muted">
          {DAYS.map((day) => (
            <span key={day}>{day}</span>
          ))}
        </div>
      </div>
      <PanelFooter className="mt-2">
        <span className="flex items-center gap-1.5">
          <Freshness level="fresh" />
          08:40, YouTube Data API
        </span>
        <Badge kind="simulated">Example</Badge>
        Made up for this picture.
      </PanelFooter>
    </Panel>
  );
}

function Measured({ points }: { points: readonly (readonly [number, number])[] }) {
  return (
    <g stroke="var(--chart-1)">
      {points.slice(1).map(([x, views], at) => (
        <line
          key={x}
          x1={`${points[at]?.[0]}%`}
          y1={y(points[at]?.[1] ?? 0)}
          x2={`${x}%`}
          y2={y(views)}
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
      {points.map(([x, views]) => (
        <circle
          key={x}
          cx={`${x}%`}
          cy={y(views)}
          r="3"
          fill="var(--chart-1)"
          stroke="var(--panel)"
        />
      ))}
    </g>
  );
}
