import { describe, expect, it } from "vitest";
import { attachment, safeFileName } from "./file-name.ts";

describe("safeFileName", () => {
  it.each([
    ["job_42_results", "job_42_results.csv"],
    ["../../etc/passwd", "etc passwd.csv"],
    ['a\\b:c*?<>|"d', "a b c d.csv"],
    ["  .hidden. ", "hidden.csv"],
    ["line\r\nSet-Cookie: x", "line Set-Cookie x.csv"],
    ["invoice\u202Exslx", "invoice xslx.csv"],
    ["", "export.csv"],
    ["///", "export.csv"],
    ["Ergebnisse für März", "Ergebnisse für März.csv"],
    ["x".repeat(300), `${"x".repeat(150)}.csv`],
    ["half \uD83C", "half \uFFFD.csv"],
  ])("%j → %j", (stem, name) => {
    expect(safeFileName(stem, "csv")).toBe(name);
  });
});

describe("attachment", () => {
  it.each([
    ["job_1.csv", `attachment; filename="job_1.csv"; filename*=UTF-8''job_1.csv`],
    ["März.csv", `attachment; filename="Marz.csv"; filename*=UTF-8''M%C3%A4rz.csv`],
    ["日本.csv", `attachment; filename="__.csv"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.csv`],
    [
      `a"b'(1)%.csv`,
      `attachment; filename="a_b'(1)_.csv"; filename*=UTF-8''a%22b%27%281%29%25.csv`,
    ],
    ["a\r\nX: y.csv", `attachment; filename="a__X: y.csv"; filename*=UTF-8''a%0D%0AX%3A%20y.csv`],
  ])("%j → %s", (name, header) => {
    expect(attachment(name)).toBe(header);
    expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
  });
});
