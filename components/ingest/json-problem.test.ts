import { describe, expect, it } from "vitest";
import { jsonProblem } from "@/components/ingest/json-problem";

describe("jsonProblem", () => {
  it.each(["{}", '{"a": [1, -2.5e3, true, null, "ü\\n"], "b": {"c": ""}}', " \n{}\n"])(
    "has nothing to say of %s",
    (text) => {
      expect(jsonProblem(text)).toBeNull();
    },
  );

  it.each([
    ['{"a": 1,}', 'Line 1, column 9: found }, expected a name in "double quotes".'],
    ['{\n  "a": 1\n  "b": 2\n}', 'Line 3, column 3: found ", expected , or }.'],
    ["{'a': 1}", 'Line 1, column 2: found \', expected a name in "double quotes".'],
    ['{"a": one}', "Line 1, column 7: found o, expected a value."],
    ['{"a" 1}', "Line 1, column 6: found 1, expected :."],
    ['{"a": [1, 2}', "Line 1, column 12: found }, expected , or ]."],
    ['{"a": 1', "Line 1, column 8: the text ends, expected , or }."],
    ['{"a": "x\n"}', 'Line 1, column 7: found ", expected text that ends with ".'],
    ["{} x", "Line 1, column 4: found x, expected its end."],
    ["", "Line 1, column 1: the text ends, expected a value."],
    ["[1]", "Expected an object: { … }."],
    ["null", "Expected an object: { … }."],
  ])("says of %j: %s", (text, sentence) => {
    expect(jsonProblem(text)).toBe(sentence);
  });
});
