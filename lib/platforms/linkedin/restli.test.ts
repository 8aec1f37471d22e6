import { expect, it } from "vitest";
import { restliQuery, restliValue } from "./restli.ts";

it.each([
  ["urn:li:share:1", "urn%3Ali%3Ashare%3A1"],
  [["urn:li:share:1", "urn:li:ugcPost:2"], "List(urn%3Ali%3Ashare%3A1,urn%3Ali%3AugcPost%3A2)"],
  [[], "List()"],
  [{ share: "urn:li:share:1" }, "(share:urn%3Ali%3Ashare%3A1)"],
  [
    {
      timeRange: { start: 1760000000000, end: 1762000000000 },
      timeGranularityType: "DAY",
    },
    "(timeRange:(start:1760000000000,end:1762000000000),timeGranularityType:DAY)",
  ],
  ["it's (a, b): c", "it%27s%20%28a%2C%20b%29%3A%20c"],
  [
    "urn:li:comment:(urn:li:activity:1,2)",
    "urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A1%2C2%29",
  ],
])("writes %j as Rest.li wants it", (value, written) => {
  expect(restliValue(value)).toBe(written);
  // What the address becomes on the way is the same.
  expect(new URL(`https://x.test/?v=${written}`).search).toBe(`?v=${written}`);
});

it("joins parameters and leaves out what there is not", () => {
  expect(restliQuery({ q: "author", start: 0, ids: undefined, author: "urn:li:a:1" })).toBe(
    "q=author&start=0&author=urn%3Ali%3Aa%3A1",
  );
});
