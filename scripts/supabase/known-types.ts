import type { PostgresConnection } from "@supabase/lite/postgres";

type Introspection = Awaited<ReturnType<PostgresConnection["introspect"]>>;

/**
 * On every request, lite searches the SQL of a view for each of its columns, for types that only
 * its SQLite has: a millisecond for nothing. PostgreSQL has told the types already.
 */
export function trustTypes(connection: PostgresConnection) {
  const introspect = connection.introspect.bind(connection);
  connection.introspect = async (options) => {
    const known = await introspect(options);
    if (!Object.hasOwn(known.views, "find")) hideSqlOfFound(known.views);
    return known;
  };
}

/** Only that search goes through `find`; the relations of views are read from the whole list. */
function hideSqlOfFound(views: Introspection["views"]) {
  const shown = views.map((view) => ({ ...view, sql: "" }));
  views.find = shown.find.bind(shown) as typeof views.find;
}
