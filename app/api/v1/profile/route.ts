import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { changeProfile } from "@/lib/profile/commands";
import { profileChange } from "@/lib/profile/schema";

// GET /api/v1/profile - what the caller chose for themselves
export const GET = userRoute({}, ({ scope: { userId, email, name, singleKeys } }) =>
  Promise.resolve({ user_id: userId, email, name, single_keys: singleKeys }),
);

// PATCH /api/v1/profile - `name` (empty: others see the e-mail) and `single_keys`, each as given
export const PATCH = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const change = profileChange.parse(given);
  await changeProfile(scope, change);
  const { userId, email, name, singleKeys } = scope;
  return {
    user_id: userId,
    email,
    name: change.name === undefined ? name : change.name || null,
    single_keys: change.single_keys ?? singleKeys,
  };
});
