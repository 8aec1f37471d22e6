import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { downloadRejected } from "@/lib/jobs/export-rejected";
import { previewUpload } from "@/lib/jobs/preview-upload";
import { receiveUpload } from "@/lib/jobs/receive-upload";

const query = z.object({ format: z.enum(["json", "rejected.csv"]).default("json") });

// POST /api/v1/jobs/preview - what an upload would become; nothing is kept
export const POST = userRoute({ query }, async ({ scope, query: { format }, request }) => {
  const { upload } = await receiveUpload(scope, request);
  return format === "json" ? previewUpload(upload) : downloadRejected(upload);
});
