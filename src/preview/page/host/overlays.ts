import { createContext, useCallback, useContext, useMemo, useState } from "react";

/** Which panels and modals of a card stand open, by their `id`. */
export interface Overlays {
  isOpen(id: string): boolean;
  open(id: string): void;
  close(id: string): void;
}

export const OverlaysContext = createContext<Overlays>({ isOpen: () => false, open: () => {}, close: () => {} });

export const useOverlays = () => useContext(OverlaysContext);

/** One card's overlays. Opening one that is already open changes nothing. */
export function useOverlayState(): Overlays {
  const [openIds, setOpenIds] = useState<string[]>([]);
  const open = useCallback((id: string) => setOpenIds((ids) => (ids.includes(id) ? ids : [...ids, id])), []);
  const close = useCallback((id: string) => setOpenIds((ids) => ids.filter((one) => one !== id)), []);
  return useMemo(() => ({ isOpen: (id) => openIds.includes(id), open, close }), [openIds, open, close]);
}

/** The `reactions` that an event handler gets as its second argument. */
export const reactionsOf = ({ open, close }: Overlays) => ({
  openPanel: open,
  closePanel: close,
  openModal: open,
  closeModal: close,
});
