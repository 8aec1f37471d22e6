import type { ReactNode } from "react";

/** One way out of a workspace: what it means, and its button. */
export function EndingRow({
  title,
  button,
  children,
}: {
  title: string;
  button?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-col items-start gap-2.5 border-t px-3.5 py-3 md:px-4">
      <div>
        <h3 className="font-medium">{title}</h3>
        <div className="mt-0.5 flex flex-col gap-1.5 text-xs text-muted">{children}</div>
      </div>
      {button}
    </li>
  );
}
