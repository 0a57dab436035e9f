import { expect } from "@jest/globals";
import { LoadingSpinner, type PagesContext } from "@hubspot/ui-extensions";
import { problemStatuses } from "@keyline/domain";
import { Portfolio } from "../../../extensions/app/pages/Portfolio.tsx";
import { refusal } from "../answers.ts";
import { stage, type Backend } from "../stage.tsx";
import { portfolio } from "./answers.ts";

interface Options {
  locale?: string;
  pageDirection?: "ltr" | "rtl";
  params?: Record<string, string>;
}

/** The page over a backend that answers with `answer`, once it shows that. */
export async function openPage(answer: object = portfolio(), options: Options = {}) {
  const shown = openOver(() => ({ body: answer }), options);
  await shown.until(() => expect(shown.maybeFind(LoadingSpinner)).toBeNull());
  return shown;
}

export function openOver(backend: Backend, options: Options = {}) {
  const shown = stage<PagesContext>(Portfolio, backend, { ...options, location: "pages" });
  return {
    ...shown,
    /** What the address was told to keep, last. */
    address() {
      const told = shown.calls.findLast(({ name }) => name === "navigateToPage")?.values[0];
      return (told as { params: object } | undefined)?.params; // oxlint-disable-line typescript/no-unsafe-type-assertion -- noted as it was given
    },
  };
}

export const refusing = (code: keyof typeof problemStatuses): Backend => {
  return () => ({ status: problemStatuses[code], body: refusal(code) });
};
