import { expect, it } from "vitest";
import { plainText } from "./little-text.ts";

it.each([
  ["Oats are back.", "Oats are back."],
  ["New {hashtag|\\#|oats} and {hashtag|#|milk}!", "New #oats and #milk!"],
  ["{hashtag|\\#|slow\\_food}", "#slow_food"],
  [
    "5 \\* 3 \\(fifteen\\) \\[sic\\] \\<b\\> \\@home \\~ \\| \\{x\\} \\#no",
    "5 * 3 (fifteen) [sic] <b> @home ~ | {x} #no",
  ],
  ["a\\\\b", "a\\b"],
  ["\\{hashtag|\\#|no\\}", "{hashtag|#|no}"],
  ["C:\\new", "C:\\new"],
  ["", ""],
])("reads %j as %j", (written, plain) => {
  expect(plainText(written)).toBe(plain);
});
