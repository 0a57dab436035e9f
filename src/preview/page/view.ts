import { useCallback, useState } from "react";
import type { Language } from "./words.ts";

/** What the address of the page says: so a reload, a bookmark and a screenshot show the same again. */
export interface View {
  companyId: string | null;
  tab: string | null;
  language: Language;
  dir: "ltr" | "rtl";
  ownerId: string | null;
  /** The app page's own path. */
  path: string;
  /** Bare mode: one card alone, at a width in pixels. */
  card: string | null;
  width: number | null;
}

export function useView(): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(() => readView(new URLSearchParams(window.location.search)));
  const change = useCallback((given: Partial<View>) => {
    setView((before) => {
      const after = { ...before, ...given };
      window.history.replaceState(null, "", `?${writeView(after)}`);
      return after;
    });
  }, []);
  return [view, change];
}

export function readView(query: URLSearchParams): View {
  const language = query.get("locale")?.startsWith("ar") ? "ar" : "en";
  const dir = query.get("dir");
  return {
    companyId: query.get("companyId"),
    tab: query.get("tab"),
    language,
    dir: dir === "rtl" || dir === "ltr" ? dir : language === "ar" ? "rtl" : "ltr",
    ownerId: query.get("as"),
    path: query.get("path") ?? "/",
    card: query.get("card"),
    width: Number(query.get("width")) || null,
  };
}

export function writeView(view: View): URLSearchParams {
  const given = {
    companyId: view.companyId,
    tab: view.tab,
    locale: view.language,
    dir: view.dir,
    as: view.ownerId,
    path: view.path === "/" ? null : view.path,
    card: view.card,
    width: view.width === null ? null : String(view.width),
  };
  return new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** For `Intl`: HubSpot shows the Gregorian calendar everywhere, also where the locale's own is another. */
export const localeOf = (language: Language) => (language === "ar" ? "ar-SA-u-ca-gregory" : "en-US");
