import type { HeatPlace, placeHeat } from "@/components/charts/heat";
import { cellText, type HeatMeasure, heatStep } from "@/components/charts/heat-scale";

const TEXT = { fontSize: 11, textAnchor: "middle" } as const;
const GAP = 1;

/** The week as a grid: the value above, the posts behind it below. */
export function HeatPlot({
  layout: { places, labels },
  measure,
  cuts,
  best,
  active,
  width,
  height,
}: {
  layout: ReturnType<typeof placeHeat>;
  measure: HeatMeasure;
  cuts: readonly number[];
  best: { weekday: number | null; hour: number | null } | null;
  active: HeatPlace | undefined;
  width: number;
  height: number;
}) {
  const isBest = ({ cell }: HeatPlace) =>
    best !== null && cell.weekday === best.weekday && cell.hour === best.hour;
  const leading = places.find(isBest);
  return (
    <svg width={width} height={height} aria-hidden="true" className="block">
      <defs>
        <pattern
          id="no-evidence"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M1 0V6" stroke="var(--line-strong)" strokeOpacity=".5" />
        </pattern>
      </defs>
      {labels.map(({ text, x, y, anchor }) => (
        <text
          key={`${text} ${x}`}
          x={x}
          y={y}
          fontSize={11}
          fill="var(--text-3)"
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
      {places.map((place) => (
        <Cell
          key={`${place.cell.weekday} ${place.cell.hour}`}
          place={place}
          measure={measure}
          cuts={cuts}
        />
      ))}
      {leading && <Ring place={leading} dash={undefined} />}
      {active && (
        <g data-passing="">
          <Ring place={active} dash="3 2" />
        </g>
      )}
    </svg>
  );
}

function Cell({
  place: { cell, x, y, width, height },
  measure,
  cuts,
}: {
  place: HeatPlace;
  measure: HeatMeasure;
  cuts: readonly number[];
}) {
  const { value, measured, posts } = cell;
  const box = {
    x: x + GAP / 2,
    y: y + GAP / 2,
    width: width - GAP,
    height: height - GAP,
    rx: 3,
  };
  const middle = x + width / 2;
  if (value === null) {
    return (
      <g>
        <rect
          {...box}
          fill={posts > 0 ? "url(#no-evidence)" : "none"}
          stroke="var(--line)"
          strokeDasharray="2 2"
        />
        {posts > 0 && (
          <text
            {...TEXT}
            x={middle}
            y={y + height / 2 + 4}
            fill="var(--text-2)"
            stroke="var(--panel)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {measured}
          </text>
        )}
      </g>
    );
  }
  const { fill, ink } = heatStep(value, cuts);
  return (
    <g>
      <rect {...box} fill={fill} stroke="var(--line)" />
      <text {...TEXT} x={middle} y={y + height / 2 - 2} fill={ink} fontWeight={600}>
        {cellText(measure, value)}
      </text>
      <text {...TEXT} x={middle} y={y + height / 2 + 12} fill={ink}>
        {measured}
      </text>
    </g>
  );
}

function Ring({
  place: { x, y, width, height },
  dash,
}: {
  place: HeatPlace;
  dash: string | undefined;
}) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={4}
      fill="none"
      stroke="var(--text)"
      strokeWidth={2}
      strokeDasharray={dash}
    />
  );
}
