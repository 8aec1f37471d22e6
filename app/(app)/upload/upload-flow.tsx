"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Steps } from "@/components/ui/steps";
import { ChooseFile } from "@/components/upload/choose-file";
import { fileProblem } from "@/components/upload/file-check";
import { SendingPanel } from "@/components/upload/sending-panel";
import { CheckedUpload } from "./checked-upload";
import { sourceName } from "./source";
import type { StorageAccess } from "./store-file";
import { useFileDrop } from "./use-file-drop";
import { useUpload } from "./use-upload";

const STEPS = ["File", "Check", "Run"];
const STEP = { choosing: 0, checking: 1, checked: 1, starting: 2 };

/** From a file to its job. What is known stays on screen, whatever fails. */
export function UploadFlow({ access, simulated }: { access: StorageAccess; simulated: boolean }) {
  const router = useRouter();
  // safe because every job has its page
  const upload = useUpload(access, (jobId) => router.push(`/jobs/${jobId}` as Route));
  const { phase, source, preview, sent, problem } = upload.state;

  function takeFile(file: File) {
    const wrong = fileProblem(file);
    if (wrong) upload.refuse(wrong);
    else upload.choose({ kind: "file", file, storagePath: null });
  }

  const over = useFileDrop((files) => {
    const [file, ...more] = files;
    if (file && more.length === 0) takeFile(file);
    else
      upload.refuse(`${files.length} files were dropped. Drop one at a time: each becomes a job.`);
  });

  return (
    <>
      <Steps labels={STEPS} current={STEP[phase]} />
      {problem && (
        <Notice
          kind="bad"
          announce
          action={
            problem.again &&
            source &&
            phase === "choosing" && (
              <Button size="small" onClick={() => upload.choose(source)}>
                Try again
              </Button>
            )
          }
        >
          {problem.sentence}
        </Notice>
      )}
      {preview ? (
        <CheckedUpload
          upload={upload}
          preview={preview}
          over={over}
          simulated={simulated}
          onFile={takeFile}
        />
      ) : phase === "checking" && source ? (
        <SendingPanel name={sourceName(source)} sent={sent} onCancel={upload.cancel} />
      ) : (
        <ChooseFile
          over={over}
          onFile={takeFile}
          onPaste={(text) => upload.choose({ kind: "paste", text })}
          pasted={source?.kind === "paste" ? source.text : ""}
        />
      )}
    </>
  );
}
