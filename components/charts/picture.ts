type Drawn = { width: number; height: number; markup: string };
type Measure = (text: string, size: number, weight: number) => number;

export type ChartPicture = {
  title: string;
  sub: string;
  simulated: boolean;
  plots: (Drawn & { caption: string })[];
  legend: (Drawn & { text: string })[];
  notes: string[];
  measure: Measure;
};

/** A picture has no page whose font it could use, so it is laid out in what every system has. */
export const FACE = "ui-sans-serif, system-ui, sans-serif";

const EDGE = 16;
const BADGE = "Simulated";

/** A chart as one SVG that needs nothing around it but values for the colour variables. */
export function composePicture(picture: ChartPicture): {
  svg: string;
  width: number;
  height: number;
} {
  const { title, sub, simulated, plots, legend, notes, measure } = picture;
  const inner = Math.max(280, ...plots.map(({ width }) => width));
  const width = inner + 2 * EDGE;
  const parts: string[] = [];
  let y = EDGE;
  const line = (words: string, size: number, weight: number, ink: string, x = EDGE) =>
    parts.push(text(words, x, y + size, size, weight, ink));

  for (const words of wrap(title, inner, (part) => measure(part, 14, 600))) {
    line(words, 14, 600, "--text");
    y += 20;
  }
  for (const words of wrap(sub, inner, (part) => measure(part, 12, 400))) {
    line(words, 12, 400, "--text-3");
    y += 16;
  }
  if (simulated) {
    const wide = Math.ceil(measure(BADGE, 11, 500)) + 12;
    y += 4;
    parts.push(box(EDGE + 0.5, y + 0.5, wide, 17, "url(#hatch)", "var(--line-strong)", 4));
    parts.push(text(BADGE, EDGE + 6, y + 13, 11, 500, "--text-2"));
    y += 20;
  }
  y += 8;
  for (const { markup, height, caption } of plots) {
    if (caption) {
      line(caption, 12, 400, "--text-2");
      y += 20;
    }
    parts.push(`<g transform="translate(${EDGE} ${y})">${markup}</g>`);
    y += height + 8;
  }

  const foot = y;
  const words: string[] = [];
  let x = EDGE;
  y += 10;
  for (const entry of legend) {
    const wide = entry.width + 6 + measure(entry.text, 12, 400);
    if (x > EDGE && x + wide > EDGE + inner) {
      x = EDGE;
      y += 18;
    }
    const middle = y + 8 - entry.height / 2;
    words.push(`<g transform="translate(${x} ${middle})">${entry.markup}</g>`);
    words.push(halo(text(entry.text, x + entry.width + 6, y + 12, 12, 400, "--text-2")));
    x += wide + 16;
  }
  if (legend.length > 0) y += 20;
  for (const note of notes) {
    for (const part of wrap(note, inner, (each) => measure(each, 12, 400))) {
      words.push(halo(text(part, EDGE, y + 12, 12, 400, "--text-3")));
      y += 16;
    }
  }
  const height = Math.ceil(y + 10);
  if (simulated) parts.push(box(0, foot, width, height - foot, "url(#hatch)"));
  parts.push(`<path d="M0 ${foot + 0.5}H${width}" stroke="var(--line)"/>`, ...words);

  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${FACE}" style="font-variant-numeric:tabular-nums">` +
    `<title>${escaped(title)}</title>${HATCH}${box(0, 0, width, height, "var(--panel)")}${parts.join("")}</svg>`;
  return { svg, width, height };
}

/** Every `var(--name)` replaced by its value, so that the drawing stands on its own. */
export function resolveVariables(svg: string, lookUp: (name: string) => string): string {
  return svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => lookUp(name) || "currentColor");
}

const HATCH =
  '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="2" height="6" fill="var(--hatch)"/></pattern></defs>';

function wrap(words: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function text(words: string, x: number, y: number, size: number, weight: number, ink: string) {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="var(${ink})">${escaped(words)}</text>`;
}

/** Words on a hatched ground keep a rim of the panel's colour. */
function halo(words: string) {
  return words.replace(
    "<text",
    '<text stroke="var(--panel)" stroke-width="4" paint-order="stroke"',
  );
}

function box(x: number, y: number, wide: number, high: number, fill: string, line = "none", r = 0) {
  return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="${r}" fill="${fill}" stroke="${line}"/>`;
}

function escaped(words: string) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
