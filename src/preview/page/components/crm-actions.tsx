import type {
  ActionType,
  CrmActionButtonProps,
  CrmActionLinkProps,
  CrmCardActionsProps,
} from "@hubspot/ui-extensions/crm";
import { type HostFacts, useHost } from "../host/host-context.ts";
import { Menu } from "./Menu.tsx";

/** What an action would open in HubSpot. The preview follows links to records and pages, and says the rest in an alert. */
function act(host: HostFacts, type: ActionType, context: object): void {
  const given = context as { objectTypeId?: string; objectId?: number; href?: string; path?: string };
  if (type === "EXTERNAL_URL" && given.href) window.open(given.href, "_blank", "noopener");
  else if (type === "RECORD_APP_LINK" && given.objectTypeId === "0-2") host.openRecord("0-2", String(given.objectId));
  else host.alert({ type: "info", title: type, message: JSON.stringify(given) });
}

export function CrmActionButton(props: CrmActionButtonProps) {
  const {
    variant = "secondary",
    type = "button",
    size = "md",
    disabled,
    actionType,
    actionContext,
    onClick,
    children,
  } = props;
  const host = useHost();
  return (
    <button
      type={type}
      className={`button button-${variant} button-${size.startsWith("extra") ? "xs" : size.slice(0, 2)}`}
      disabled={disabled}
      onClick={() => {
        onClick?.();
        act(host, actionType, actionContext);
      }}
    >
      {children}
    </button>
  );
}

export function CrmActionLink({
  variant = "primary",
  actionType,
  actionContext,
  onClick,
  children,
}: CrmActionLinkProps) {
  const host = useHost();
  return (
    <button
      type="button"
      className={`link link-${variant}`}
      onClick={() => {
        onClick?.();
        act(host, actionType, actionContext);
      }}
    >
      {children}
    </button>
  );
}

export function CrmCardActions({ actionConfigs }: CrmCardActionsProps) {
  const host = useHost();
  return (
    <div className="card-actions">
      {actionConfigs.map((config, index) =>
        config.type === "dropdown" ? (
          <Menu
            key={index}
            text={config.label ?? "…"}
            variant="transparent"
            size="sm"
            disabled={config.disabled ?? false}
          >
            {config.options.map((option, at) => (
              <button
                key={at}
                type="button"
                role="menuitem"
                className="menu-item"
                disabled={option.disabled}
                title={option.tooltipText}
                onClick={() => act(host, option.actionType, option.actionContext)}
              >
                {option.label ?? option.actionType}
              </button>
            ))}
          </Menu>
        ) : (
          <button
            key={index}
            type="button"
            className="link"
            disabled={config.disabled}
            title={config.tooltipText}
            onClick={() => act(host, config.actionType, config.actionContext)}
          >
            {config.label ?? config.actionType}
          </button>
        ),
      )}
    </div>
  );
}
