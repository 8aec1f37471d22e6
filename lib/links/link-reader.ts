import type { PlatformId } from "../platforms/platform.ts";
import type { Address } from "./address.ts";

/** What one platform makes of an address on its hosts. Null: there is no post in it. */
export type LinkReading =
  | { kind: "post"; externalId: string; url: string }
  | { kind: "short"; url: string }
  /** The link only carries another one. */
  | { kind: "wrapped"; link: string };

/** How the links of one platform look. */
export type LinkReader = {
  platform: PlatformId;
  /** Without `www.` and `m.`, which count as the same host. */
  hosts: readonly string[];
  read: (address: Address) => LinkReading | null;
};
