import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { createJob, runJob } from "@/lib/jobs/commands";
import { forgetUpload, receiveUpload } from "@/lib/jobs/receive-upload";
import { uploadAnswer } from "@/lib/jobs/upload-answer";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

export const maxDuration = 60;

const query = z.object({ run: z.stringbool().default(false) });

// POST /api/v1/jobs/upload - a file of links in, a queued job out; ?run=1 starts it at once
export const POST = userRoute({ query }, async ({ scope, query: { run }, request }) => {
  const { upload, storagePath } = await receiveUpload(scope, request);
  if (upload.accepted.length === 0) {
    throw new AppError(
      "invalid_input",
      "No row of this file can be used, so no job was made. See the reasons and mend the file.",
      uploadAnswer(null, upload),
    );
  }
  const id = await createJob(scope, upload);
  if (run) {
    await runJob(scope, id);
    startWorkerAfterwards();
  }
  await forgetUpload(scope, storagePath);
  return uploadAnswer(id, upload);
});
