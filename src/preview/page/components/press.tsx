import type { HrefProp, Reactions } from "@hubspot/ui-extensions";
import { type ReactElement, type ReactNode, createContext, useId, useRef } from "react";
import { useHost } from "../host/host-context.ts";
import { reactionsOf, useOverlays } from "../host/overlays.ts";

/** Between an element and its `overlay`: a panel or modal says its id here, a tooltip finds the id it must have. */
export const OverlaySlot = createContext<{ id: string | null; tooltipId: string } | null>(null);

interface Pressable {
  onClick?: ((event: PressEvent, reactions: Reactions) => unknown) | undefined;
  href?: HrefProp | undefined;
  overlay?: ReactNode;
  disabled?: boolean | undefined;
  preventDefault?: boolean | undefined;
}

interface PressEvent {
  type: string;
  bubbles: boolean;
  timeStamp: number;
  id: string;
}

/** What a press does, for everything that can be pressed: the card's handler, the link, the overlay. */
export function usePress({ onClick, href, overlay, disabled, preventDefault }: Pressable) {
  const overlays = useOverlays();
  const host = useHost();
  const tooltipId = useId();
  const slot = useRef<{ id: string | null; tooltipId: string }>({ id: null, tooltipId });

  function press() {
    if (disabled) return;
    void onClick?.(eventOf("click"), reactionsOf(overlays));
    if (slot.current.id) overlays.open(slot.current.id);
    if (href && !preventDefault) follow(href, host.openRecord);
  }

  const withOverlay = (element: ReactElement) =>
    overlay ? (
      <span className="with-overlay">
        {element}
        <OverlaySlot.Provider value={slot.current}>{overlay}</OverlaySlot.Provider>
      </span>
    ) : (
      element
    );
  return {
    press,
    withOverlay,
    describedBy: overlay ? tooltipId : undefined,
    openOverlay: () => slot.current.id && overlays.open(slot.current.id),
  };
}

export const eventOf = (type: string): PressEvent => ({ type, bubbles: true, timeStamp: Date.now(), id: "" });

export const urlOf = (href: HrefProp | undefined) => (typeof href === "object" ? href.url : href);

/** HubSpot marks what leads out of HubSpot. */
export const isElsewhere = (url: string | undefined) =>
  url !== undefined && /^https?:/.test(url) && !new URL(url).hostname.endsWith("hubspot.com");

/** Links of HubSpot's own to a company open it here; everything else opens beside the page. */
function follow(href: HrefProp, openRecord: (objectTypeId: string, objectId: string) => void): void {
  const url = urlOf(href) ?? "";
  const record = /\/record\/(\d+-\d+)\/(\d+)/.exec(url) ?? /\/company\/()(\d+)/.exec(url);
  if (record?.[2]) openRecord(record[1] || "0-2", record[2]);
  else window.open(url, "_blank", "noopener");
}
