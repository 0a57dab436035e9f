import type { CrmContext } from "@hubspot/ui-extensions";
import type { Language } from "@keyline/domain";
import { numberFormat, speechOf, type NumberFormat } from "../format/index.ts";
import { speak, type Say } from "../strings/index.ts";
import { directed, type Direction } from "./direction.ts";

/** The actions of HubSpot that our parts use; the record tab and the sidebar both have them. */
export interface HostActions {
  addAlert(alert: { type?: "info" | "warning" | "success" | "danger" | "tip"; message: string; title?: string }): void;
  refreshObjectProperties(): void;
  onCrmPropertiesUpdate(properties: string[], callback: () => void): void;
  closeOverlay(id: string): void;
}

/** What every part of a card may know of where it runs and for whom. */
export interface Host {
  companyId: string;
  language: Language;
  locale: string;
  /** True when the reading order runs against the page's: Arabic on a left-to-right page, English on a right-to-left one. */
  isReversed: boolean;
  say: Say;
  numbers: NumberFormat;
  actions: HostActions;
}

type Asked = Pick<CrmContext, "user" | "crm" | "variables">;

/**
 * HubSpot's page has no direction that a card could ask for and runs left to right; a host that knows better says so in
 * the variable `hostDirection`.
 */
export function hostOf(context: Asked, actions: HostActions): Host {
  const { language, locale } = speechOf(context.user);
  const reads: Direction = language === "ar" ? "rtl" : "ltr";
  const page: Direction = context.variables?.["hostDirection"] === "rtl" ? "rtl" : "ltr";
  const say = speak(language, new Intl.NumberFormat(locale));
  return {
    companyId: String(context.crm.objectId),
    language,
    locale,
    isReversed: reads !== page,
    say: (key, ...values) => directed(say(key, ...values), reads, page),
    numbers: numberFormat(locale),
    actions,
  };
}
