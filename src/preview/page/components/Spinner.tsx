/** The turning ring alone; whoever uses it says in words what is loading. */
export const Spinner = ({ size }: { size: "xs" | "sm" | "md" }) => (
  <span className={`spinner spinner-${size}`} aria-hidden="true" />
);
