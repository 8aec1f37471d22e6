import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { COLUMN_ROLES } from "@/lib/uploads/upload";

// The page's content security policy forbids the code that zod would otherwise compile.
z.config({ jitless: true });

const count = z.number().int().nonnegative();

/** What `POST /api/v1/jobs/preview` answers: a file read and checked, nothing stored yet. */
export const uploadPreview = z.object({
  filename: z.string(),
  kind: z.enum(["csv", "xlsx", "paste"]),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerRow: count.nullable(),
  columns: z.array(
    z.object({
      name: z.string(),
      role: z.enum(COLUMN_ROLES),
      samples: z.array(z.string()),
      filled: count,
    }),
  ),
  needsLinkColumn: z.boolean(),
  rowsRead: count,
  acceptedRows: count,
  rejectedRows: count,
  duplicateRows: count,
  platforms: z.partialRecord(z.enum(PLATFORM_IDS), count),
  groups: z.array(
    z.object({
      problem: z.string(),
      title: z.string(),
      explanation: z.string(),
      mend: z.string(),
      count,
      examples: z.array(z.object({ fileRow: count, found: z.string(), expected: z.string() })),
    }),
  ),
  firstRows: z.array(
    z.object({
      fileRow: count,
      platform: z.enum(PLATFORM_IDS),
      url: z.string(),
      extra: z.array(z.string()),
    }),
  ),
  notes: z.array(z.object({ platform: z.enum(PLATFORM_IDS), sentence: z.string() })),
});

export type UploadPreview = z.output<typeof uploadPreview>;
export type PreviewColumn = UploadPreview["columns"][number];
export type ProblemGroup = UploadPreview["groups"][number];
