import { describe, expect, it } from "vitest";
import { LINK_PROBLEMS } from "./link.ts";
import { LINK_PROBLEM_SENTENCES } from "./link-problem.ts";
import { readLink } from "./read-link.ts";

describe("readLink", () => {
  it.each([
    ["", "empty"],
    [" \u00a0\u200b\ufeff\t", "empty"],
    [`https://youtu.be/${"a".repeat(2048)}`, "too_long"],
    ["ftp://youtube.com/watch?v=dQw4w9WgXcQ", "not_http"],
    ["javascript:alert(1)", "not_http"],
    ["mailto:a@youtube.com", "not_http"],
    ["vnd.youtube:dQw4w9WgXcQ", "not_http"],
    ["not a link", "malformed"],
    ["nothing", "malformed"],
    ["https://", "malformed"],
    ["https://youtu.be/dQw4w9\nWgXcQ", "malformed"],
    ["https://youtu.be/dQw4w9WgXcQ https://youtu.be/dQw4w9WgXcR", "malformed"],
    ["https://user:pass@youtube.com/watch?v=dQw4w9WgXcQ", "malformed"],
    ["https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "malformed"],
    ["https://youtube.com:8080/watch?v=dQw4w9WgXcQ", "malformed"],
    ["http://127.0.0.1/watch?v=dQw4w9WgXcQ", "malformed"],
    ["http://0x7f000001/watch?v=dQw4w9WgXcQ", "malformed"],
    ["http://[::1]/watch?v=dQw4w9WgXcQ", "malformed"],
    ["https://notyoutube.com/watch?v=dQw4w9WgXcQ", "other_host"],
    ["https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "other_host"],
    ["https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", "other_host"],
    ["https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.example%2F", "other_host"],
    ["https://vimeo.com/12345", "other_host"],
  ])("%j is %s", (text, problem) => {
    expect(readLink(text)).toEqual({ kind: "unusable", problem });
  });

  it.each([
    "  https://youtu.be/dQw4w9WgXcQ\r\n",
    "\u200bhttps://youtu.be/dQw4w9WgXcQ\ufeff",
    "https://www.youtube.com:443/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com./watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/x/../watch?v=dQw4w9WgXcQ",
    "https:\\\\www.youtube.com\\watch?v=dQw4w9WgXcQ",
  ])("reads %j as a browser would", (text) => {
    expect(readLink(text)).toMatchObject({ kind: "post", externalId: "dQw4w9WgXcQ" });
  });

  it("gives up on a link wrapped in itself too often", () => {
    let link = "https://youtu.be/dQw4w9WgXcQ";
    for (let depth = 0; depth < 4; depth++) {
      link = `https://l.facebook.com/l.php?u=${encodeURIComponent(link)}`;
    }
    expect(readLink(link)).toEqual({ kind: "unusable", problem: "malformed" });
  });

  it("takes no longer for a cell of spaces than for its length", () => {
    const text = `${" ".repeat(1_000_000)}x${" ".repeat(1_000_000)}y`;
    const start = performance.now();
    expect(readLink(text)).toEqual({ kind: "unusable", problem: "too_long" });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("says for every problem what is wrong and how to mend it", () => {
    for (const problem of LINK_PROBLEMS) {
      const { title, explanation, mend } = LINK_PROBLEM_SENTENCES[problem];
      expect([title, explanation, mend].every(Boolean)).toBe(true);
    }
  });
});
