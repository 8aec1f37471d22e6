export const THEMES = ["light", "dark"] as const;
export const WIDTHS = [1440, 390] as const;

export type Width = (typeof WIDTHS)[number];
type Look = { theme: (typeof THEMES)[number]; width: Width };

/** Each page is pictured in every one of these. */
export const LOOKS: Look[] = WIDTHS.flatMap((width) => THEMES.map((theme) => ({ theme, width })));

export const pictureName = (name: string, { theme, width }: Look) =>
  `${name}-${theme}-${width}.webp`;

/** A phone shows its first screen; a desk grows with the page, as far as a picture can still be read. */
export const HEIGHTS = { phone: 844, desk: 900, deskLimit: 1100 };
