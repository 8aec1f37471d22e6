import type { Column, Row } from "@/lib/exports/column";

/** A column of the table behind a chart. `exportOnly` ones stand in the CSV alone. */
export type ChartColumn = Column & { exportOnly?: boolean };

/** The data of a chart as a table, oldest first. A column `note` says why a cell is empty. */
export type ChartTableData = { columns: ChartColumn[]; rows: Row[] };
