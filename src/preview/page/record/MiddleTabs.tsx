import { useId } from "react";
import { Hosted, type PageProps } from "../Hosted.tsx";
import { type HostedCard, isForCompanies } from "../start.ts";
import type { PreviewState } from "../use-preview.ts";
import { Companies } from "./Companies.tsx";
import { Overview } from "./Overview.tsx";

type Props = PageProps & { preview: PreviewState; companyId: string };

interface TabOf {
  id: string;
  label: string;
  draw: () => React.ReactElement;
}

/** A tab for each card of a record, and for the pages that HubSpot shows elsewhere: the app page, the settings, the list. */
export function MiddleTabs(props: Props) {
  const { start, view, change, words } = props;
  const prefix = useId();
  const tabs: TabOf[] = [
    { id: "overview", label: words.overview, draw: () => <Overview {...props} /> },
    ...hosted(props, (card) => card.location === "crm.record.tab" && isForCompanies(card)),
    ...hosted(props, ({ kind }) => kind === "page", words.portfolio),
    ...hosted(props, ({ kind }) => kind === "settings", words.settings),
    { id: "companies", label: words.companies, draw: () => <Companies {...props} /> },
  ];
  // Who comes for the first time should see a card, not our own overview.
  const firstCard =
    start.cards.find((card) => card.location === "crm.record.tab" && isForCompanies(card))?.uid ?? "overview";
  const chosen = tabs.find(({ id }) => id === (view.tab ?? firstCard)) ?? tabs[0];
  return (
    <>
      <div className="tab-list page-tabs" role="tablist" aria-label={words.overview}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}${id}`}
            aria-selected={id === chosen?.id}
            data-test={`tab-${id}`}
            onClick={() => change({ tab: id })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="box-card page-panel" role="tabpanel" aria-labelledby={`${prefix}${chosen?.id}`}>
        {chosen?.draw()}
      </div>
    </>
  );
}

function hosted(props: Props, isWanted: (card: HostedCard) => boolean, label?: string): TabOf[] {
  return props.start.cards.filter(isWanted).map((card) => ({
    id: card.uid,
    label: card.title ?? label ?? card.uid,
    draw: () => <Hosted {...props} card={card} />,
  }));
}
