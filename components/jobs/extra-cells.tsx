import { Hint } from "@/components/ui/hint";
import { Td } from "@/components/ui/table";

/** Characters that fit; a longer cell is cut and shown whole on hover and focus. */
const FITS = 32;

/** The file's own columns, at the right end. */
export function ExtraCells({ cells }: { cells: string[] }) {
  return cells.map((cell, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place alone
    <Td key={index} tone="soft" className="whitespace-nowrap">
      {cell.length > FITS ? (
        <Hint tip={cell}>
          <span aria-hidden="true">{cell.slice(0, FITS - 1)}…</span>
        </Hint>
      ) : (
        cell
      )}
    </Td>
  ));
}
