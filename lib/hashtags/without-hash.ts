import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/storable";

/** A hashtag as somebody wrote it, without what leads it. */
export function withoutHash(written: string) {
  const tag = storableText(written)
    .trim()
    .replace(/^[#＃\s]+/u, "");
  if (tag === "") throw new AppError("malformed", "Hashtag cannot be empty");
  return tag;
}
