import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Texts } from "../strings/index.ts";
import { hostOf, type Host, type HostActions, type HostContext, type PageActions } from "./host.ts";

const CurrentHost = createContext<Host | null>(null);

interface Props {
  context: HostContext;
  actions: PageActions & Partial<HostActions>;
  /** The parts of the catalogue that the surface says, beside the frame's. */
  texts: readonly Texts[];
  children: ReactNode;
}

/** Stands around every card and page: language, numbers, direction, record and actions for all parts within. */
export function HostProvider({ context, actions, texts, children }: Props) {
  const host = useMemo(() => hostOf(context, actions, texts), [context, actions, texts]);
  return <CurrentHost.Provider value={host}>{children}</CurrentHost.Provider>;
}

export function useHost(): Host {
  const host = useContext(CurrentHost);
  if (!host) throw new Error("Put a HostProvider around the card.");
  return host;
}

/** Puts parts that stand on a company's record on a page that has none: for them, this is the record. */
export function OfCompany({ companyId, children }: { companyId: string; children: ReactNode }) {
  const host = useHost();
  const ofCompany = useMemo(() => ({ ...host, companyId }), [host, companyId]);
  return <CurrentHost.Provider value={ofCompany}>{children}</CurrentHost.Provider>;
}
