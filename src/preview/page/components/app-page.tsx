import type { HeaderActionButtonProps, IframeProps } from "@hubspot/ui-extensions";
import type {
  FileInputProps,
  FileUploadProps,
  FileViewerProps,
  SettingsViewProps,
} from "@hubspot/ui-extensions/experimental";
import type { PageHeaderLinkProps, PageLinkProps, PageTitleProps } from "@hubspot/ui-extensions/pages";
import type { ReactNode } from "react";
import { useHost } from "../host/host-context.ts";
import { reactionsOf, useOverlays } from "../host/overlays.ts";
import { eventOf, usePress } from "./press.tsx";

interface Nested {
  children?: ReactNode;
}

export const PageTitle = ({ children }: PageTitleProps) => <h2 className="page-title">{children}</h2>;
export const PageHeader = ({ children }: Nested) => <header className="page-actions">{children}</header>;
export const PageHeaderPrimaryAction = ({ children }: Nested) => (
  <div className="page-action page-action-primary">{children}</div>
);
export const PageHeaderSecondaryActions = ({ children }: Nested) => <div className="page-action">{children}</div>;
export const PageBreadcrumbs = ({ children }: Nested) => (
  <nav className="breadcrumbs" aria-label="Breadcrumbs">
    {children}
  </nav>
);
export const PageBreadcrumbsCurrent = ({ children }: Nested) => <span aria-current="page">{children}</span>;

/** A link inside the app page: moves the page's own router, not the browser. */
export function PageLink({ to, params, children, testId }: PageLinkProps) {
  const host = useHost();
  return (
    <a
      className="link"
      href={`#${to}`}
      data-test-id={testId}
      onClick={(event) => {
        event.preventDefault();
        host.navigateToPage({ path: to, params: params ?? {} });
      }}
    >
      {children}
    </a>
  );
}

export function PageHeaderLink(props: PageHeaderLinkProps) {
  const { press } = usePress(props);
  return (
    <button type="button" className="button button-secondary button-sm" disabled={props.disabled} onClick={press}>
      {props.children}
    </button>
  );
}

export const HeaderActions = ({ children }: Nested) => <div className="page-actions">{children}</div>;
export const PrimaryHeaderActionButton = (props: HeaderActionButtonProps) => (
  <HeaderButton {...props} variant="primary" />
);
export const SecondaryHeaderActionButton = (props: HeaderActionButtonProps) => (
  <HeaderButton {...props} variant="secondary" />
);

function HeaderButton(props: HeaderActionButtonProps & { variant: string }) {
  const { press, withOverlay, describedBy } = usePress(props);
  return withOverlay(
    <button
      type="button"
      className={`button button-${props.variant} button-md`}
      disabled={props.disabled}
      aria-describedby={describedBy}
      onClick={press}
    >
      {props.children}
    </button>,
  );
}

/** HubSpot's frame of a settings page: the bar to save or drop what was changed stays at its foot. */
export function SettingsView({
  saveBarVisible,
  numberOfSettingsChanged,
  onSave,
  onCancel,
  children,
}: SettingsViewProps) {
  const overlays = useOverlays();
  const host = useHost();
  const isArabic = host.locale.startsWith("ar");
  return (
    <div>
      {children}
      {saveBarVisible && (
        <div className="save-bar">
          <button
            type="button"
            className="button button-primary button-sm"
            onClick={() => void onSave?.(eventOf("click"), reactionsOf(overlays))}
          >
            {isArabic ? "حفظ" : "Save"}
          </button>
          <button
            type="button"
            className="button button-secondary button-sm"
            onClick={() => void onCancel?.(eventOf("click"), reactionsOf(overlays))}
          >
            {isArabic ? "إلغاء" : "Cancel"}
          </button>
          {numberOfSettingsChanged !== undefined && <span>{numberOfSettingsChanged}</span>}
        </div>
      )}
    </div>
  );
}

const heights: Record<string, number> = { sm: 200, small: 200, md: 400, medium: 400, lg: 600, large: 600 };

export const Iframe = ({ src, height = "md" }: IframeProps) => (
  <iframe className="iframe" src={src} title={src} height={heights[height]} sandbox="allow-scripts allow-forms" />
);

export const FileInput = ({ name, onChange }: FileInputProps) => (
  <input
    type="file"
    name={name}
    aria-label={name}
    onChange={(event) =>
      (onChange as (given: object) => void)({ ...eventOf("change"), targetValue: event.target.files?.[0]?.name })
    }
  />
);

/** The preview has no file store: these say so instead of pretending. */
export const FileUpload = (_props: FileUploadProps) => (
  <p className="text-microcopy">FileUpload: this preview keeps no files.</p>
);
export const FileViewer = (_props: FileViewerProps) => (
  <p className="text-microcopy">FileViewer: this preview keeps no files.</p>
);
