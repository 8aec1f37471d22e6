import { describe, expect, it } from "vitest";
import { type ChartPicture, composePicture, resolveVariables } from "@/components/charts/picture";

const PICTURE: ChartPicture = {
  title: "More <views> & likes than ever before in this long title that needs two lines",
  sub: "Views, 3 measurements",
  simulated: false,
  plots: [{ width: 300, height: 200, caption: "", markup: '<svg width="300" height="200"/>' }],
  legend: [{ width: 22, height: 10, text: "Measured", markup: '<svg width="22" height="10"/>' }],
  notes: ["205 of 971 drawn as dots."],
  measure: (text, size) => text.length * size * 0.6,
};

describe("composePicture", () => {
  it("carries title, sub line, plot, legend and caveats", () => {
    const { svg, width, height } = composePicture(PICTURE);
    for (const part of ["Views, 3 measurements", "Measured", "205 of 971 drawn as dots."]) {
      expect(svg).toContain(part);
    }
    expect(svg).toContain("More &lt;views> &amp; likes");
    expect(width).toBe(332);
    expect(height).toBeGreaterThan(260);
  });

  it("says on the picture itself that its numbers are simulated", () => {
    expect(composePicture(PICTURE).svg).not.toContain("Simulated");
    const { svg } = composePicture({ ...PICTURE, simulated: true });
    expect(svg).toContain(">Simulated<");
    expect(svg.match(/fill="url\(#hatch\)"/g)).toHaveLength(2);
  });

  it("breaks lines that are too long instead of cutting them", () => {
    const lines = composePicture(PICTURE).svg.match(/font-weight="600"/g);
    expect(lines?.length).toBeGreaterThan(1);
  });
});

it("leaves no variable in the drawing", () => {
  const { svg } = composePicture({ ...PICTURE, simulated: true });
  const resolved = resolveVariables(svg, (name) => (name === "--panel" ? "#ffffff" : ""));
  expect(resolved).not.toContain("var(");
  expect(resolved).toContain('fill="#ffffff"');
});
