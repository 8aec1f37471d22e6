import { Braces, ChevronDown, Download, FileText, Sheet } from "lucide-react";
import type { ReactNode } from "react";
import { MenuLink } from "@/components/ui/menu";

type Format = "csv" | "xlsx" | "jsonl";

/** What the button of an export menu says. */
export function ExportLabel() {
  return (
    <>
      <Download aria-hidden="true" />
      Export
      <ChevronDown aria-hidden="true" />
    </>
  );
}

/** One way to a file for each format, inside a Menu. `csv` and `jsonl` say what is special about them. */
export function ExportFormats({
  hrefOf,
  csv,
  jsonl,
  end,
}: {
  hrefOf: (format: Format) => string;
  csv: string;
  jsonl: string;
  end?: ReactNode | undefined;
}) {
  const formats: { type: Format; title: string; icon: ReactNode; detail: string }[] = [
    { type: "csv", title: "CSV", icon: <FileText aria-hidden="true" />, detail: csv },
    {
      type: "xlsx",
      title: "Excel",
      icon: <Sheet aria-hidden="true" />,
      detail: "Typed numbers and dates",
    },
    { type: "jsonl", title: "JSON lines", icon: <Braces aria-hidden="true" />, detail: jsonl },
  ];
  return formats.map(({ type, ...text }) => (
    <MenuLink key={type} download href={hrefOf(type)} end={end} {...text} />
  ));
}
