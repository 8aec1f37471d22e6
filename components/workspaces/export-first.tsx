import { TextLink } from "@/components/ui/app-link";

const FILES = [
  { href: "/api/v1/posts/export.xlsx", label: "Posts" },
  { href: "/api/v1/reports/export.xlsx", label: "Report" },
  { href: "/api/v1/audit/export.xlsx", label: "Audit log" },
];

/** What to take along before everything is gone. */
export function ExportFirst() {
  return (
    <p>
      Export first:{" "}
      {FILES.map(({ href, label }) => (
        <span key={href}>
          <a href={href} download className="text-link">
            {label}
          </a>
          {", "}
        </span>
      ))}
      and each job from <TextLink href="/jobs">its own page</TextLink>.
    </p>
  );
}
