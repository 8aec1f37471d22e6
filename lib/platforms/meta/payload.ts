import { z } from "zod";
import { payloadOf } from "../provider-values.ts";
import { withoutPaging } from "./meta-values.ts";
import type { MetricAnswer } from "./metric-answer.ts";

const listed = z.object({ data: z.array(z.unknown()) });

/** Both answers about one post as one JSON text, without the links that carry the token. */
export function insightsPayload(name: "media" | "post", fields: unknown, answers: MetricAnswer[]) {
  const insights = answers.flatMap(({ bodies }) =>
    bodies.flatMap((body) => listed.safeParse(body).data?.data ?? []),
  );
  return payloadOf(withoutPaging({ [name]: fields, insights }));
}
