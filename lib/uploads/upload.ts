import type { LinkProblem } from "../links/link.ts";
import type { PlatformId } from "../platforms/platform.ts";
import type { FileRows } from "./file-rows.ts";

export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 50_000;
/** Above this a file goes to Storage first: the host refuses larger request bodies. */
export const MAX_DIRECT_BYTES = 4_000_000;

/** What a column of the file is used for. Kept columns come out again in every export. */
export const COLUMN_ROLES = ["link", "platform", "keep", "skip"] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What the person decided in the preview. Without it, everything is detected. */
export type Mapping = {
  sheet?: string | undefined;
  /** One role a column, in the file's order. */
  roles?: ColumnRole[] | undefined;
};

export type Column = { name: string; role: ColumnRole; samples: string[]; filled: number };

export type AcceptedRow = {
  /** 1-based over the data rows: header and blank rows are not counted. */
  rowNumber: number;
  platform: PlatformId;
  /** Canonical link; for a short link, its cleaned form. */
  url: string;
  /** The link cell as it was uploaded (trimmed): exports give it back, so that people can join on it. */
  uploadedUrl: string;
  /** Null for a short link, which the job resolves. */
  externalId: string | null;
  /** Cells of the kept columns, in the file's order. */
  extra: string[];
};

export type RowProblem = LinkProblem | "platform_unknown" | "platform_mismatch" | "duplicate";

export type RejectedRow = {
  rowNumber: number;
  problem: RowProblem;
  /** Name of the column that is wrong. */
  field: string;
  found: string;
  expected: string;
  /** The row's cells as they were, for the download. */
  cells: string[];
};

/**
 * A file, read and checked. `accepted + rejected + duplicates` is always `rowsRead`,
 * unless `needsLinkColumn`: then all three are empty.
 */
export type ReadUpload = {
  filename: string;
  kind: "csv" | "xlsx" | "paste";
  sheet: string | null;
  sheets: string[];
  /** The header's row in the file; null for pasted links. */
  headerRow: number | null;
  /** Where the data rows stand in the file. */
  fileRows: FileRows;
  columns: Column[];
  /** True when no column was recognised as the link: no row is judged yet, a mapping is needed. */
  needsLinkColumn: boolean;
  rowsRead: number;
  accepted: AcceptedRow[];
  rejected: RejectedRow[];
  /** Rows whose post stands in an earlier row; `expected` names that row. */
  duplicates: RejectedRow[];
};
