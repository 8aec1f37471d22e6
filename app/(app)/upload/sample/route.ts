import { attachment } from "@/lib/exports/file-name";
import { SAMPLE_FILE, SAMPLE_FILENAME } from "@/lib/uploads/sample-file";

// GET /upload/sample - a file that can be uploaded as it is. Holds nobody's data, so anybody may have it.
export function GET() {
  return new Response(SAMPLE_FILE, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(SAMPLE_FILENAME),
    },
  });
}
