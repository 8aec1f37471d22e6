import type postgres from "postgres";

/** Runs a statement as a signed-in user, row level security included. Returns its time (ms) and its rows. */
export async function asUser(
  sql: postgres.Sql,
  userId: string,
  statement: (transaction: postgres.TransactionSql) => Promise<postgres.RowList<postgres.Row[]>>,
) {
  return sql.begin(async (transaction) => {
    await transaction`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claim.sub', ${userId}, true)`;
    const start = performance.now();
    const rows = await statement(transaction);
    return { ms: performance.now() - start, rows };
  });
}
