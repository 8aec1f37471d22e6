import { textWidth } from "@/components/charts/plot";

/** Something around the middle; `shared` is how strongly it hangs on it, `size` how large it is itself. */
export type GraphNode = { id: string; name: string; shared: number; size: number };
export type GraphLink = { tag: string; with: string; shared_posts: number };

export type PlacedNode = GraphNode & {
  x: number;
  y: number;
  radius: number;
  label: { text: string; x: number; y: number; anchor: "start" | "middle" | "end" };
};

const SMALLEST = 5;
const LARGEST = 13;
const LABEL_GAP = 7;
const THINNEST = 1;
const THICKEST = 7;
/** So near to straight up or down that a label at the side would stand across its line. */
const UPRIGHT = 0.25;

/** The nodes around the middle in their order, clockwise from the top: the same data, the same picture. */
export function placeNodes(
  nodes: readonly GraphNode[],
  { width, height }: { width: number; height: number },
): PlacedNode[] {
  const [cx, cy] = [width / 2, height / 2];
  const across = Math.max(40, Math.min(230, cx - Math.min(150, width * 0.3)));
  const up = cy - 44;
  const largest = Math.max(1, ...nodes.map(({ size }) => size));
  return nodes.map((node, index) => {
    const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [cx + across * Math.cos(angle), cy + up * Math.sin(angle)];
    const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.size / largest);
    return { ...node, x, y, radius, label: labelOf(node, { x, y, radius, angle, width }) };
  });
}

function labelOf(
  { name }: GraphNode,
  { x, y, radius, angle, width }: Record<"x" | "y" | "radius" | "angle" | "width", number>,
): PlacedNode["label"] {
  if (Math.abs(Math.cos(angle)) < UPRIGHT) {
    const below = Math.sin(angle) > 0;
    const at = below ? y + radius + LABEL_GAP + 9 : y - radius - LABEL_GAP;
    return { text: shorten(name, width * 0.5), x, y: at, anchor: "middle" };
  }
  const right = Math.cos(angle) > 0;
  const at = right ? x + radius + LABEL_GAP : x - radius - LABEL_GAP;
  const room = right ? width - at : at;
  return { text: shorten(name, room), x: at, y: y + 4, anchor: right ? "start" : "end" };
}

/** As much of a word as fits, whole characters of every script. */
function shorten(name: string, room: number) {
  const characters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  // Scripts without small letters are about twice as wide.
  const wide = (text: string) => textWidth(text.replace(/[\u1100-\uffdc]/g, "mm"), 12);
  if (wide(name) <= room) return name;
  let text = "";
  for (const each of characters) {
    if (wide(`${text}${each}…`) > room) break;
    text += each;
  }
  return `${text}…`;
}

/** A line's thickness: its share of the strongest, never so thin that it is not seen. */
export function thickness(shared: number, strongest: number) {
  return THINNEST + (THICKEST - THINNEST) * (shared / Math.max(1, strongest));
}

/** The node nearest to a point, if it is near enough to be meant. */
export function nodeAt(nodes: readonly PlacedNode[], x: number, y: number, reach = 44) {
  let found: number | null = null;
  let best = reach;
  for (const [index, node] of nodes.entries()) {
    const far = Math.hypot(node.x - x, node.y - y);
    if (far < best) [found, best] = [index, far];
  }
  return found;
}
