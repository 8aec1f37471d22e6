import type { PlatformId } from "../platforms/platform.ts";

/**
 * The only hosts that may be asked what is behind a short link: where short links start, and
 * where their redirects lead. Compared whole with a lower-case host name.
 */
export const SHORT_LINK_HOSTS: Record<PlatformId, readonly string[]> = {
  youtube: ["youtu.be", "youtube.com", "www.youtube.com", "m.youtube.com"],
  tiktok: ["vm.tiktok.com", "vt.tiktok.com", "tiktok.com", "www.tiktok.com", "m.tiktok.com"],
  instagram: ["instagram.com", "www.instagram.com", "instagr.am"],
  facebook: ["fb.watch", "facebook.com", "www.facebook.com", "m.facebook.com", "web.facebook.com"],
  linkedin: ["lnkd.in", "linkedin.com", "www.linkedin.com"],
};
