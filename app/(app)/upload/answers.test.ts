import { describe, expect, it } from "vitest";
import { readAnswer, uploaded } from "./answers";

const id = "0b9f4c1e-8f5e-4d53-9c57-3d8a1d6b2f10";
const read = (status: number, text: string) => () => readAnswer(uploaded, { status, text });

describe("readAnswer", () => {
  it("gives back what was asked for", () => {
    expect(read(200, JSON.stringify({ job_id: id, total_rows: 3 }))()).toEqual({ job_id: id });
  });

  it.each([
    [422, '{"error":{"code":"invalid_input","message":"No link column."}}', "No link column."],
    [413, "<html>Request Entity Too Large</html>", "10.0 MiB is the limit"],
    [502, "Bad gateway", "could not answer (502)"],
    [200, "<html>", "cannot read"],
    [200, '{"job_id":7}', "cannot read"],
  ])("%i %s ends in a sentence", (status, text, words) => {
    expect(read(status, text)).toThrow(words);
  });
});
