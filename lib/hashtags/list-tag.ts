import { storableText } from "@/lib/storable";

/** The hashtag of an address. Next hands it over as it stands there; a hashtag itself has no "%". */
export function tagOf(written: string): string | null {
  try {
    return storableText(decodeURIComponent(written)).replace(/^[#＃\s]+|\s+$/gu, "") || null;
  } catch {
    return null;
  }
}
