const MOST_STATEMENTS = 200;
const LONGEST_TEXT = 4000;

type Options = { prepare?: boolean; simple?: boolean };

/** What lite asks after every call of a function. */
const READ_BACK = /^\s*SELECT current_setting\('response\.status', true\)/;

/**
 * Says which statements each connection keeps parsed, as PostgREST does: half of the journeys of
 * an unprepared one are for asking about its parameters. Long ones, and more than so many, would
 * fill the server's memory with what never comes back.
 */
export function preparing() {
  const known = new Set<string>();
  return (text: string, values: readonly unknown[]): Options => {
    if (READ_BACK.test(text)) return { prepare: true, simple: false };
    // Without parameters it may be several statements in one, which cannot be prepared.
    if (values.length === 0 || text.length > LONGEST_TEXT) return {};
    if (!known.has(text) && known.size === MOST_STATEMENTS) return {};
    known.add(text);
    return { prepare: true };
  };
}
