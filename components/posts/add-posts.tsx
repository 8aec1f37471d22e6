import { ButtonLink } from "@/components/ui/button";

/** The two ways posts come into a workspace. */
export function AddPosts() {
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <ButtonLink href="/accounts" variant="primary">
        Connect an account
      </ButtonLink>
      <ButtonLink href="/upload">Upload links</ButtonLink>
    </div>
  );
}
