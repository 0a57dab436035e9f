import type { LinkProps } from "@hubspot/ui-extensions";
import { isElsewhere, urlOf, usePress } from "./press.tsx";

export function Link(props: LinkProps) {
  const { href, variant = "primary", children, testId } = props;
  const { press, withOverlay, describedBy } = usePress(props);
  const url = urlOf(href);
  const isOutside = typeof href === "object" ? href.external === true : isElsewhere(url);
  return withOverlay(
    <a
      className={`link link-${variant}`}
      href={url ?? "#"}
      target={isOutside ? "_blank" : undefined}
      rel="noopener"
      aria-describedby={describedBy}
      data-test-id={testId}
      onClick={(event) => {
        event.preventDefault();
        press();
      }}
    >
      {children}
      {isOutside && (
        <span className="outside" aria-hidden="true">
          ↗
        </span>
      )}
    </a>,
  );
}
