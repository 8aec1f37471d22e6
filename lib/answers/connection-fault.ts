import type { PostgrestSingleResponse } from "@supabase/supabase-js";

/** Lost, refused or not let in: nothing says that the question was wrong. */
const FAULTS =
  /^(08...|57P0[123]|53300|PGRST00[0-3]|CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/;
const GATEWAY = [502, 503, 504];

/** True when the database was not reached, or went away: the same question may succeed a moment later. */
export function isConnectionFault({ error, status }: PostgrestSingleResponse<unknown>) {
  if (error === null) return false;
  // 0: no answer at all.
  return status === 0 || GATEWAY.includes(status) || FAULTS.test(error.code ?? "");
}
