import type { Call } from "./expected-refresh-functions.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;

/** Functions of the search and of single links. */
export const EXPECTED_SHELL_FUNCTIONS: Record<string, Call> = {
  "clear_links(uuid)": {
    call: (all) => `select public.clear_links(${workspace(all)})`,
    rows: [no, "PT404", "PT404", "PT403", 1, 1, 1],
  },
  "list_links(uuid, integer, integer)": {
    // No workspace of these tests has a link of its own: all hear of none.
    call: (all) => `select (public.list_links(${workspace(all)}) ->> 'total')::int as rows`,
    rows: [no, 0, 0, 0, 0, 0, 0],
  },
  "search_all(uuid, text, integer)": {
    call: (all) =>
      `select count(*) as rows from public.search_all(${workspace(all)}, 'home', 20) where kind = 'job'`,
    rows: [no, 0, 0, 3, 3, 3, 3],
  },
};

export const SHELL_FUNCTIONS = [
  "clear_links(uuid)",
  "list_links(uuid, integer, integer)",
  "private.clear_links(uuid)",
  "private.last_with(text)",
  "private.like_patterns(text)",
  "private.posts_with(uuid, text, integer)",
  "private.writers_with(uuid, text, integer, integer)",
  "search_all(uuid, text, integer)",
];

/** Whoever writes posts writes their index. */
export const SHELL_RETENTION_FUNCTIONS = [
  "private.post_words(uuid, text, text, text, text)",
  "private.word_space(uuid)",
  "private.words_of(text)",
];
