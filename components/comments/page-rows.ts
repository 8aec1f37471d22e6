/** So many comments are loaded at once. */
export const PAGE_ROWS = 200;
