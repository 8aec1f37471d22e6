import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { fillSample } from "@/lib/samples/commands";
import { samplePart } from "@/lib/samples/schema";

export const maxDuration = 60;

// POST /api/v1/samples/fill - makes and stores a part of this sample workspace; the same again adds nothing
export const POST = userRoute({}, async ({ scope, request }) =>
  fillSample(scope, samplePart.parse(parseJson(await request.text(), "The body is not JSON."))),
);
