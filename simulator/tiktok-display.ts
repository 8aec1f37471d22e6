import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Account } from "./accounts.ts";
import { answer, type Said } from "./answer.ts";
import { bearerOf, tokenOfHeader } from "./bearer.ts";
import { accountPostOf, type Post } from "./posts.ts";
import type { State } from "./state.ts";
import { tiktokData, tiktokError, tiktokWording } from "./tiktok-errors.ts";
import { userOf } from "./tiktok-user.ts";
import { picked, toVideo, VIDEO_FIELDS } from "./tiktok-video.ts";

const MAX_VIDEOS = 20;

const listBody = z.object({
  max_count: z.number().int().min(1).max(MAX_VIDEOS).default(10),
  cursor: z.number().int().nonnegative().optional(),
});

const queryBody = z.object({
  filters: z.object({ video_ids: z.array(z.string()).min(1).max(MAX_VIDEOS) }),
});

type Env = { Bindings: HttpBindings };
type Owned = { owner: Account; scopes: string[]; fields: string[]; base: string };

/** TikTok's Display API: the account, its videos, and videos of it by id. */
export function tiktokDisplayRoutes(state: State) {
  const routes = new Hono<Env>();

  routes.get("/user/info/", (context) => {
    const asked = ask(state, context, "user.info.basic");
    return answer("status" in asked ? asked : userOf(state, asked));
  });

  routes.post("/video/list/", async (context) => {
    const asked = ask(state, context, "video.list", VIDEO_FIELDS);
    if ("status" in asked) return answer(asked);
    const read = listBody.safeParse(await context.req.json().catch(() => ({})));
    if (!read.success) return answer(invalidParams(read.error));
    const { max_count: size, cursor = Number.POSITIVE_INFINITY } = read.data;
    const found = newest(state, asked.owner, cursor, size + 1);
    const videos = found.slice(0, size);
    const data = {
      videos: videos.map((post) => picked(toVideo(post, asked.base), asked.fields)),
      cursor: videos.at(-1)?.publishedMs ?? state.world.now(),
      has_more: found.length > size,
    };
    return answer(tiktokData(data));
  });

  routes.post("/video/query/", async (context) => {
    const asked = ask(state, context, "video.list", VIDEO_FIELDS);
    if ("status" in asked) return answer(asked);
    const read = queryBody.safeParse(await context.req.json().catch(() => null));
    if (!read.success) return answer(invalidParams(read.error));
    const videos = [...new Set(read.data.filters.video_ids)]
      .flatMap((id) => {
        const own = state.book.post("tiktok", id);
        return own?.account === asked.owner ? [accountPostOf(state, own)] : [];
      })
      .filter((post) => post.state === "public")
      .map((post) => picked(toVideo(post, asked.base), asked.fields));
    return answer(tiktokData({ videos }));
  });

  return routes;
}

// The cursor is a moment: what is older follows.
function newest(state: State, owner: Account, cursorMs: number, most: number) {
  const found: Post[] = [];
  for (const each of state.book.postsOf(owner, state.world.now())) {
    if (each.publishedMs >= cursorMs) continue;
    const post = accountPostOf(state, each);
    if (post.state === "public") found.push(post);
    if (found.length === most) break;
  }
  return found;
}

// Whose token asks for which fields, or why TikTok does not answer.
function ask(
  state: State,
  { req }: Context<Env>,
  scope: string,
  known?: readonly string[],
): Owned | Said {
  const bearer = bearerOf(state, "tiktok", tokenOfHeader(req.header("authorization")));
  const owner = bearer.kind === "alive" ? bearer.token.accounts[0] : undefined;
  if (bearer.kind === "dead" || !owner) return tiktokWording("expired_token");
  const { scopes } = bearer.token;
  if (!scopes.includes(scope)) {
    return tiktokError(401, "scope_not_authorized", `The user did not authorize ${scope}.`);
  }
  const fields = (req.query("fields") ?? "").split(",").filter(Boolean);
  const strange = fields.find((field) => known && !known.includes(field));
  if (fields.length === 0 || strange) {
    const what = strange ? `Field ${strange} is not known.` : "Fields are required.";
    return tiktokError(400, "invalid_params", what);
  }
  return { owner, scopes, fields, base: new URL(req.url).origin };
}

function invalidParams(error: z.ZodError): Said {
  return tiktokError(400, "invalid_params", z.prettifyError(error));
}
