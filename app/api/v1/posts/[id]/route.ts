import { userRoute } from "@/lib/api/route";
import { apiCounts, apiPost } from "@/lib/posts/api-post";
import { getPost } from "@/lib/posts/read-post";
import { postId } from "@/lib/posts/schema";

// GET /api/v1/posts/:id - a post, and what each source last said of it
export const GET = userRoute({ params: postId }, async ({ scope, params }) => {
  const post = await getPost(scope, params.id);
  const sources = post.sources.map((source) => ({
    source: source.source,
    name: source.name,
    endpoint: source.endpoint,
    headline: source.is_headline,
    metrics: apiCounts(source),
    missing_because: source.absent,
    metric_definition: source.definition,
    definition: source.description,
    measured_at: source.captured_at,
    simulated: source.is_simulated,
    raw_event_id: source.raw_event_id,
    payload_hash: source.payload_hash,
    measurements: source.snapshots,
    first_measured_at: source.first_at,
  }));
  return { ...apiPost(post), sources };
});
