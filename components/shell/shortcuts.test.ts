import { expect, it } from "vitest";
import { PLACES } from "@/components/shell/places";
import { GO_KEYS, PAGE_KEYS, SHORTCUT_GROUPS } from "@/components/shell/shortcuts";

it("leads to every place by a letter of its own", () => {
  expect(Object.values(GO_KEYS).sort()).toEqual(Object.keys(PLACES).sort());
});

it("lists every key that does something, once", () => {
  const listed = SHORTCUT_GROUPS.flatMap(({ shortcuts }) =>
    shortcuts.map(({ keys }) => keys.join(" ")),
  );
  expect(new Set(listed).size).toBe(listed.length);
  for (const key of Object.keys(GO_KEYS)) expect(listed).toContain(`g ${key}`);
  for (const key of ["Ctrl K", "?", "j", "k", ...Object.keys(PAGE_KEYS)]) {
    expect(listed).toContain(key);
  }
});

it("takes no letter from the charts and threads", () => {
  expect(Object.keys(PAGE_KEYS)).not.toContain("t");
});
