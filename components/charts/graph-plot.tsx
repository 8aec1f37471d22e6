import { type GraphLink, type PlacedNode, thickness } from "@/components/charts/graph-layout";
import { textWidth } from "@/components/charts/plot";

const MIDDLE_RADIUS = 15;

/** One thing in the middle, those that go with it around, and lines as thick as they go together. */
export function GraphPlot({
  middle,
  nodes,
  links,
  room: { width, height },
  active,
}: {
  middle: string;
  nodes: readonly PlacedNode[];
  links: readonly GraphLink[];
  room: { width: number; height: number };
  active: PlacedNode | null;
}) {
  const [cx, cy] = [width / 2, height / 2];
  const strongest = Math.max(1, ...nodes.map(({ shared }) => shared));
  const placeOf = (id: string) => nodes.find((node) => node.id === id);
  const name = textWidth(middle, 13, true) > width * 0.4 ? `${middle.slice(0, 16)}…` : middle;
  return (
    <svg width={width} height={height} aria-hidden="true" className="block">
      {links.map((link) => {
        const [one, other] = [placeOf(link.tag), placeOf(link.with)];
        if (!one || !other) return null;
        const lit = active !== null && (active === one || active === other);
        return (
          <path
            key={`${link.tag} ${link.with}`}
            // Bent towards the middle, so that it leaves the labels of neighbours alone.
            d={`M${one.x} ${one.y}Q${(one.x + other.x + cx) / 3} ${(one.y + other.y + cy) / 3} ${other.x} ${other.y}`}
            fill="none"
            stroke={lit ? "var(--chart-6)" : "var(--line)"}
            strokeWidth={thickness(link.shared_posts, strongest) * 0.7}
          />
        );
      })}
      {nodes.map((node) => (
        <path
          key={node.id}
          d={`M${cx} ${cy}L${node.x} ${node.y}`}
          stroke="var(--chart-1)"
          strokeWidth={thickness(node.shared, strongest)}
          opacity={active === null || active.id === node.id ? 1 : 0.55}
        />
      ))}
      <circle
        cx={cx}
        cy={cy}
        r={MIDDLE_RADIUS}
        fill="var(--chart-1)"
        stroke="var(--panel)"
        strokeWidth={2}
      />
      {nodes.map(({ id, x, y, radius, label }) => (
        <g key={id}>
          <circle
            cx={x}
            cy={y}
            r={radius}
            fill="var(--panel)"
            stroke="var(--chart-1)"
            strokeWidth={2}
          />
          {active?.id === id && (
            <circle
              data-passing=""
              cx={x}
              cy={y}
              r={radius + 4}
              fill="none"
              stroke="var(--text)"
              strokeWidth={1.5}
            />
          )}
          <Label {...label} strong={active?.id === id} />
        </g>
      ))}
      <Label text={name} x={cx} y={cy + MIDDLE_RADIUS + 16} anchor="middle" strong />
    </svg>
  );
}

function Label({
  text,
  x,
  y,
  anchor,
  strong,
}: PlacedNode["label"] & { strong: boolean | undefined }) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={12}
      fontWeight={strong ? 600 : 400}
      fill={strong ? "var(--text)" : "var(--text-2)"}
      stroke="var(--panel)"
      strokeWidth={4}
      paintOrder="stroke"
      // An Arabic name must not turn the side it stands on.
      direction="ltr"
      unicodeBidi="plaintext"
    >
      {text}
    </text>
  );
}
