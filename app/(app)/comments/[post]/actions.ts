"use server";

import { z } from "zod";
import { userAction } from "@/lib/api/action";
import { requestComments } from "@/lib/comments/commands";
import { postId } from "@/lib/posts/schema";

const request = z.object({ post: postId.shape.id });

export const readCommentsAction = userAction(request, async ({ scope, input: { post } }) => {
  await requestComments(scope, post);
  return undefined;
});
