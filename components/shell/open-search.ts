/** Asks the frame to open the search, from wherever there is a button for it. */
export const OPEN_SEARCH = "opensearch";

export function openSearch() {
  window.dispatchEvent(new Event(OPEN_SEARCH));
}
