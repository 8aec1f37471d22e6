import {
  type ChartPicture,
  composePicture,
  FACE,
  resolveVariables,
} from "@/components/charts/picture";

// Sharp on any screen and in print.
const PIXELS_PER_PX = 2;

/** The chart that is on screen as a drawing of its own: title, plots, legend and caveats. */
export function drawSvg(
  frame: HTMLElement,
  words: Pick<ChartPicture, "title" | "sub" | "simulated" | "notes">,
): { svg: string; width: number; height: number } {
  const plots = [...frame.querySelectorAll<HTMLElement>("[data-plot]")].flatMap((plot) => {
    const svg = plot.querySelector("svg");
    return svg ? [{ ...readSvg(svg), caption: plot.dataset.caption ?? "" }] : [];
  });
  if (plots.length === 0) throw new Error("The chart is not drawn yet.");
  const legend = [...frame.querySelectorAll<HTMLElement>("[data-legend]")].flatMap((entry) => {
    const svg = entry.querySelector("svg");
    return svg ? [{ ...readSvg(svg), text: entry.textContent.trim() }] : [];
  });
  const picture = composePicture({ ...words, plots, legend, measure: measureText() });
  const style = getComputedStyle(frame);
  const svg = resolveVariables(picture.svg, (name) => style.getPropertyValue(name).trim());
  return { ...picture, svg };
}

/** The same drawing as a picture. */
export async function drawPng(drawing: ReturnType<typeof drawSvg>): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([drawing.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = drawing.width * PIXELS_PER_PX;
    canvas.height = drawing.height * PIXELS_PER_PX;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("The browser made no picture of the chart.");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function saveFile(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function readSvg(svg: SVGSVGElement) {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  // safe because a deep clone of an element is one of the same kind.
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const passing of copy.querySelectorAll("[data-passing]")) passing.remove();
  copy.removeAttribute("style");
  copy.removeAttribute("class");
  copy.setAttribute("overflow", "visible");
  return { width, height, markup: new XMLSerializer().serializeToString(copy) };
}

function measureText() {
  const context = document.createElement("canvas").getContext("2d");
  return (text: string, size: number, weight: number) => {
    if (!context) return text.length * size * 0.6;
    context.font = `${weight} ${size}px ${FACE}`;
    return context.measureText(text).width;
  };
}
