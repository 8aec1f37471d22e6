import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { between, pick, random } from "./generated.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function tagsOf(captions: string[]) {
  const rows = await supabase.sql<{ tags: string[] }>(
    `select array(select spelled from private.tags_of(array[caption]) order by place) as tags
     from jsonb_array_elements_text($1::text::jsonb) with ordinality as c (caption, place) order by place`,
    [JSON.stringify(captions)],
  );
  return rows.map(({ tags }) => tags);
}

describe("hashtags of a caption", () => {
  it.each([
    ["plain ones, as they are spelled", "Hi #Love and #travel2026", ["Love", "travel2026"]],
    ["ones that touch", "#one#Two##three", ["one", "Two", "three"]],
    ["after brackets and quotes", '(#a) "#b" «#c» ¿#d?', ["a", "b", "c", "d"]],
    [
      "every script, with its marks and digits",
      "#日本 #हिन्दी #Ελλάδα #سنة٢٠٢٦ #กาแฟ",
      ["日本", "हिन्दी", "Ελλάδα", "سنة٢٠٢٦", "กาแฟ"],
    ],
    ["composed and decomposed alike", "#Été #E\u0301te\u0301", ["Été", "Été"]],
    ["the wide sign", "＃東京", ["東京"]],
    ["up to what is no word", "#rock'n'roll #a-b #c.d #end!", ["rock", "a", "c", "end"]],
    ["not in links", "https://x.com/#nav www.y.org/a#b see z.com/#c", []],
    ["not inside words", "C# F#minor a#b", []],
    ["not in entities", "&#39; &#x27;", []],
    ["not of numbers alone", "#1 #2026 #1st", ["1st"]],
    ["nothing of emoji", "#🎉 #party🎉now", ["party"]],
    ["underscores", "#_a #b_c", ["_a", "b_c"]],
    ["none", "no tags here #", []],
  ])("%s", async (_, caption, expected) => {
    expect(await tagsOf([caption])).toEqual([expected]);
  });

  it("leaves out what is longer than 100 letters", async () => {
    expect(await tagsOf([`#${"x".repeat(100)} #${"y".repeat(101)}`])).toEqual([["x".repeat(100)]]);
  });

  it("equals the definition, written by Unicode's properties, on 3,000 made-up captions", async () => {
    const next = random(11);
    const pieces = [
      "#",
      "##",
      "＃",
      "a",
      "Z",
      "9",
      "_",
      " ",
      "\n",
      "é",
      "ß",
      "я",
      "本",
      "ก",
      "ा",
      "्",
      "٣",
      "-",
      ".",
      "/",
      "&",
      "🎉",
      "'",
      ",",
      "http://h/",
      "www.",
    ];
    const captions = Array.from({ length: 3000 }, () =>
      Array.from({ length: between(next, 1, 14) }, () => pick(next, pieces)).join(""),
    );
    const stored = await tagsOf(captions);
    captions.forEach((caption, number) => {
      expect({ caption, tags: stored[number] }).toEqual({ caption, tags: plainTags(caption) });
    });
  });
});

it("compares tags in lower case of every script", async () => {
  const [row] = await supabase.sql<{ folded: string[] }>(
    "select array[private.fold('ÉTÉ'), private.fold('Straße'), private.fold('ЯБЛОКО'), private.fold('E\u0301te')] as folded",
  );
  expect(row?.folded).toEqual(["été", "straße", "яблоко", "éte"]);
});

const WORD = "[\\p{Alphabetic}\\p{M}\\p{Nd}_]";

function plainTags(caption: string) {
  const text = caption.normalize("NFC").replaceAll(/(https?:\/\/|www\.)\S+/giu, " ");
  const runs = text.matchAll(new RegExp(`(?:^|(?!${WORD}|[/&])[^])((?:[#＃]+${WORD}+)+)`, "gu"));
  return [...runs]
    .flatMap((run) => (run[1] ?? "").split(/[#＃]+/u))
    .filter((tag) => !/^[0-9]*$/u.test(tag) && [...tag].length <= 100);
}
