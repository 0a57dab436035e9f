import { createContext, useContext } from "react";
import type { PageLocation } from "../../worker/protocol.ts";
import type { Owner, PropertyDefinition } from "../../crm.ts";

/** What the components of a card may know of the page around them. */
export interface HostFacts {
  /** BCP 47, such as "ar-SA". */
  locale: string;
  currency: string;
  timeZone: string;
  owners: Owner[];
  /** The record that the page shows; null on the app page and in the settings. */
  record: { objectTypeId: string; objectId: string } | null;
  /** What time it is on the sandbox's clock. */
  now: () => Date;
  alert: (alert: Alert) => void;
  navigateToPage: (location: PageLocation) => void;
  openRecord: (objectTypeId: string, objectId: string) => void;
  definitions: (objectType: string) => Promise<PropertyDefinition[]>;
  /** Counts up when records may have changed. */
  dataVersion: number;
}

export interface Alert {
  type?: "info" | "warning" | "success" | "danger" | "tip";
  title?: string;
  message: string;
}

export const HostContext = createContext<HostFacts | null>(null);

export function useHost(): HostFacts {
  const facts = useContext(HostContext);
  if (!facts) throw new Error("This component is drawn outside of a card.");
  return facts;
}
