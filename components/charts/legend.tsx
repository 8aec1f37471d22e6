export type LegendMark =
  | "hollow"
  | "solid"
  | "baseline"
  | "gap"
  | "change"
  | "restated"
  | "missing"
  | "bar"
  | "bar-before"
  | "bar-partial"
  | "unmeasured"
  | "breakout"
  | "reel"
  | "views";

/** `ink` is the colour of a `bar`, where it is not the first of the charts. */
export type LegendEntry = { mark: LegendMark; text: string; ink?: string };

const USUAL = { width: 22, height: 10 };
const SIZES: Partial<Record<LegendMark, typeof USUAL>> = {
  breakout: { width: 12, height: 12 },
  reel: { width: 12, height: 12 },
  views: { width: 36, height: 14 },
};

/** A sample of a mark and what it means; the image of the chart takes it from here. */
export function Legend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-ink-2">
      {entries.map(({ mark, text, ink }) => (
        <li key={text} data-legend="" className="inline-flex items-center gap-1.5">
          <svg {...(SIZES[mark] ?? USUAL)} aria-hidden="true" className="flex-none">
            <Sample mark={mark} ink={ink} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

function Sample({ mark, ink = "var(--chart-1)" }: { mark: LegendMark; ink?: string | undefined }) {
  switch (mark) {
    case "hollow":
      return (
        <>
          <path d="M0 5h22" stroke="var(--chart-1)" strokeWidth="2" opacity=".82" />
          <circle
            cx="11"
            cy="5"
            r="3"
            fill="var(--panel)"
            stroke="var(--chart-1)"
            strokeWidth="1.5"
          />
        </>
      );
    case "solid":
      return (
        <>
          <path d="M0 5h22" stroke="var(--chart-1)" strokeWidth="2" />
          <circle cx="11" cy="5" r="3" fill="var(--chart-1)" />
        </>
      );
    case "baseline":
      return <path d="M0 5h22" stroke="var(--chart-6)" strokeWidth="1.5" />;
    case "gap":
      return (
        <>
          <rect width="22" height="10" fill="var(--chart-gap)" />
          <path
            d="M1 5h20"
            stroke="var(--chart-6)"
            strokeWidth="1.5"
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
        </>
      );
    case "change":
      return <path d="M11 0v10" stroke="var(--text-2)" strokeDasharray="3 2" />;
    case "restated":
      return <path d="M7.5 2h7l-3.5 6z" fill="var(--text-2)" />;
    case "missing":
      return <path d="M8.5 2.5l5 5m0-5l-5 5" stroke="var(--chart-6)" strokeWidth="1.5" />;
    case "bar":
      return <rect x="6" width="10" height="10" rx="1" fill={ink} />;
    case "bar-before":
      return <rect x="6" width="10" height="10" rx="1" fill="var(--chart-6)" opacity=".75" />;
    case "bar-partial":
      return (
        <>
          <rect x="6" width="10" height="10" fill="var(--chart-1)" opacity=".55" />
          <rect
            x="6.5"
            y=".5"
            width="9"
            height="9"
            fill="none"
            stroke="var(--chart-1)"
            strokeDasharray="2 2"
          />
        </>
      );
    case "unmeasured":
      return (
        <>
          <rect x="4" width="14" height="10" fill="var(--chart-gap)" />
          <path d="M4 9.5h14" stroke="var(--chart-6)" strokeDasharray="2 3" />
        </>
      );
    case "breakout":
      return <circle cx="6" cy="6" r="5" fill="var(--ember)" />;
    case "reel":
      return (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="var(--chart-dot)"
          fillOpacity=".34"
          stroke="var(--chart-dot)"
        />
      );
    case "views":
      return (
        <g fill="none" stroke="var(--chart-dot)">
          <circle cx="4" cy="7" r="3" />
          <circle cx="14" cy="7" r="4.7" />
          <circle cx="28.5" cy="7" r="6.4" />
        </g>
      );
  }
}
