import { z } from "zod";
import type { FoundAccount, Grant, LoginResult } from "../connected.ts";
import { refusedLogin } from "../oauth/refused-login.ts";
import { pictureUrl, text } from "../provider-values.ts";
import type { SourceOptions } from "../settings.ts";
import { tiktokCaller } from "./caller.ts";
import { TIKTOK_SCOPES, userFields } from "./scopes.ts";

const userInfo = z.object({
  data: z.object({
    user: z.object({
      open_id: z.string().min(1),
      display_name: text.nullish().catch(null),
      avatar_url: pictureUrl,
      username: text.nullish().catch(null),
      profile_deep_link: pictureUrl,
    }),
  }),
});

/** Whose account a fresh grant opens. */
export async function findUser(
  host: string,
  grant: Grant,
  signal: AbortSignal,
  options: SourceOptions,
): Promise<LoginResult<FoundAccount[]>> {
  const lacking = TIKTOK_SCOPES.filter(
    ({ id, required }) => required && !grant.scopes.includes(id),
  );
  if (lacking.length > 0) {
    const detail = `TikTok was not allowed ${lacking.map(({ id }) => id).join(" and ")}. Connect again and leave every permission switched on.`;
    return { kind: "dead", problem: "scope_missing", detail };
  }
  const caller = tiktokCaller(host, { accessToken: grant.accessToken, signal }, options);
  let got = await caller.call("/user/info/", userFields(grant.scopes));
  if (got.kind === "refused" && got.code === "scope_permission_missed") {
    got = await caller.call("/user/info/", userFields(["user.info.basic"]));
  }
  if (got.kind === "refused") return refusedLogin(got.refusal);
  const read = userInfo.safeParse(got.body);
  if (!read.success) return refusedLogin(caller.unreadable("an account"));

  const { open_id, username, display_name, ...user } = read.data.data.user;
  const handle = username ?? null;
  const account: FoundAccount = {
    kind: "tiktok_user",
    externalId: open_id,
    handle,
    name: display_name ?? handle ?? "TikTok account",
    avatarUrl: user.avatar_url ?? null,
    url: handle ? `https://www.tiktok.com/@${handle}` : (user.profile_deep_link ?? null),
    grant,
  };
  return { kind: "done", value: [account] };
}
