import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { describe, expect, it } from "vitest";
import { isConnectionFault } from "@/lib/answers/connection-fault";

const refused = (status: number, code: string) =>
  // safe because of an answer only these are looked at
  ({ data: null, status, error: { code, message: "" } }) as PostgrestSingleResponse<never>;

describe("a fault of the connection", () => {
  it.each([
    ["nobody answered", 0, ""],
    ["a gateway had nobody behind it", 502, ""],
    ["the data API has no database", 503, "PGRST001"],
    ["it waited too long for a connection", 504, "PGRST003"],
    ["the connection broke", 500, "08006"],
    ["the database was shut down", 500, "57P01"],
    ["the database is starting", 500, "57P03"],
    ["there are too many connections", 500, "53300"],
    ["the driver lost the connection", 500, "CONNECTION_CLOSED"],
    ["the driver was refused", 500, "ECONNREFUSED"],
  ])("is when %s", (_, status, code) => {
    expect(isConnectionFault(refused(status, code))).toBe(true);
  });

  it.each([
    ["the input is wrong", 422, "PT422"],
    ["a token has expired", 401, "PGRST301"],
    ["there is no such function", 404, "PGRST202"],
    ["a value is of another type", 400, "22P02"],
    ["a statement took too long", 500, "57014"],
    ["a key is taken", 409, "23505"],
    ["our SQL is wrong", 500, "42703"],
  ])("is not when %s", (_, status, code) => {
    expect(isConnectionFault(refused(status, code))).toBe(false);
  });

  it("is not an answer", () => {
    const answer = { data: 1, error: null, status: 200 } as PostgrestSingleResponse<number>;
    expect(isConnectionFault(answer)).toBe(false);
  });
});
