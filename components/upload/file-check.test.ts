import { describe, expect, it } from "vitest";
import { fileProblem } from "@/components/upload/file-check";

const file = (name: string, size = 100, type = "") => ({ name, size, type });

describe("fileProblem", () => {
  it.each([
    [file("links.csv")],
    [file("LINKS.XLSX")],
    [file("links", 100, "text/csv")],
    [file("links.csv", 10 * 1024 * 1024)],
  ])("finds nothing wrong with %o", (good) => {
    expect(fileProblem(good)).toBeNull();
  });

  it.each([
    [file("links.xls"), "old Excel format"],
    [file("links.pdf"), "neither a CSV nor an Excel file"],
    [file("links", 100, "image/png"), "neither a CSV nor an Excel file"],
    [file("csv"), "neither a CSV nor an Excel file"],
    [file("links.csv", 0), "is empty"],
    [file("links.csv", 10 * 1024 * 1024 + 1), "10.0 MiB is the limit"],
  ])("says what is wrong with %o", (bad, words) => {
    expect(fileProblem(bad)).toContain(words);
  });
});
