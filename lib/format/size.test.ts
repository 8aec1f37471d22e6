import { expect, it } from "vitest";
import { fileSize } from "@/lib/format/size";

it.each([
  [812, "812 B"],
  [626_688, "612 KiB"],
  [4_404_019, "4.2 MiB"],
  [10_485_760, "10.0 MiB"],
])("%s bytes read %s", (bytes, shown) => {
  expect(fileSize(bytes)).toBe(shown);
});
