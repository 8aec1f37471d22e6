/** Each page is pictured in every one of these, in this order. */
export const LOOKS = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 1440 },
  { theme: "light", width: 390 },
  { theme: "dark", width: 390 },
] as const;

export type Look = (typeof LOOKS)[number];

export const pictureName = (name: string, { theme, width }: Look) =>
  `${name}-${theme}-${width}.webp`;

/** A phone shows its first screen; a desk grows with the page, as far as a picture can still be read. */
export const HEIGHTS = { phone: 844, desk: 900, deskLimit: 1800 };
