import type { ReactNode } from "react";
import type { Column, Row } from "@/lib/exports/column";

/** A column of the table behind a chart. `exportOnly` ones stand in the CSV alone. */
export type ChartColumn = Column & {
  exportOnly?: boolean | undefined;
  /** How a cell reads on screen, where its type alone does not say it. */
  show?: ((text: string, row: Row) => ReactNode) | undefined;
  /** Why a cell is empty, where no column `note` says so. */
  missing?: string | undefined;
};

/** The data of a chart as a table, oldest first. A column `note` says why a cell is empty. */
export type ChartTableData = {
  columns: ChartColumn[];
  rows: Row[];
  /** Shown as it is, not newest first: its rows are no history. */
  inOrder?: boolean | undefined;
};
