import postgres from "postgres";
import type { Supabase } from "../../support/supabase.ts";
import type { Actor, Tenants } from "./tenants.ts";

/** What became of a statement: rows it read or changed, "refused" (no grant), else its code. */
export type Outcome = number | string;

class RolledBack extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super("rolled back");
    this.outcome = outcome;
  }
}

/** Runs statements as the API would for an actor, and undoes each. */
export function actAs(supabase: Supabase, { people }: Tenants) {
  const database = postgres(supabase.databaseUrl, { max: 1, onnotice: () => {} });

  /** Counts the rows of the statement; with one column `rows`, it is what the statement says. */
  async function attempt(actor: Actor, statement: string): Promise<Outcome> {
    const user = actor === "anon" ? null : people[actor];
    const role = user ? "authenticated" : "anon";
    try {
      return await database.begin(async (transaction) => {
        await transaction`select set_config('request.jwt.claim.sub', ${user?.id ?? ""}, true),
          set_config('request.jwt.claim.role', ${role}, true)`;
        await transaction.unsafe(`set local role ${role}`);
        const result = await transaction.unsafe(statement);
        const [first] = result;
        const told = first && "rows" in first && result.length === 1 ? Number(first.rows) : null;
        throw new RolledBack(told ?? result.count);
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      if (!(error instanceof postgres.PostgresError)) throw error;
      // 55000: a view that joins takes no writes, whoever asks.
      return ["42501", "55000"].includes(error.code) ? "refused" : error.code;
    }
  }

  return { attempt, close: () => database.end() };
}
