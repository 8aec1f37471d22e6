import { expect, it } from "vitest";
import { explainTokenProblem } from "@/lib/accounts/token-problems";
import { CONNECTIONS, TOKEN_PROBLEMS } from "@/lib/platforms/connected";

it("says of every problem, at every platform, why and what to do next", () => {
  for (const problem of TOKEN_PROBLEMS) {
    for (const connection of CONNECTIONS) {
      const { why, next } = explainTokenProblem(problem, connection);
      expect(`${why} ${next}`).toMatch(/^[A-Z][^!]+\. [A-Z][^!]+\.$/);
      expect(next).toMatch(/reconnect/i);
    }
  }
});

it("names where one signs in: an Instagram account behind a Page is reached by Facebook", () => {
  expect(explainTokenProblem("password_changed", "instagram").why).toContain("at Facebook");
  expect(explainTokenProblem("password_changed", "instagram_login").why).toContain("at Instagram");
});
