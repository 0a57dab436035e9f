import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { CrmContext } from "@hubspot/ui-extensions";
import { hostOf, type Host, type HostActions } from "./host.ts";

const HostContext = createContext<Host | null>(null);

interface Props {
  context: Pick<CrmContext, "user" | "crm" | "variables">;
  actions: HostActions;
  children: ReactNode;
}

/** Stands around every card: language, numbers, direction, record and actions for all parts within. */
export function HostProvider({ context, actions, children }: Props) {
  const host = useMemo(() => hostOf(context, actions), [context, actions]);
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>;
}

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error("Put a HostProvider around the card.");
  return host;
}
