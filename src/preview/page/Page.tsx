import { useEffect } from "react";
import type { CrmRecord } from "../crm.ts";
import { api } from "./api.ts";
import { Hosted, type PageProps } from "./Hosted.tsx";
import { CompanyColumn } from "./record/CompanyColumn.tsx";
import { MiddleTabs } from "./record/MiddleTabs.tsx";
import { RightColumn } from "./record/RightColumn.tsx";
import { isForCompanies } from "./start.ts";
import { WhatHappened } from "./strip/WhatHappened.tsx";
import { Toasts } from "./Toasts.tsx";
import { TopBar } from "./top/TopBar.tsx";
import { usePreview } from "./use-preview.ts";

/** The record page: properties at the start, cards in tabs, the sidebar at the end, the strip below. */
export function Page(props: PageProps) {
  const { start, view, change, words } = props;
  const preview = usePreview(start, view, change);
  useEffect(() => {
    if (view.companyId) return;
    void firstCompany(start.openOn).then((companyId) => companyId && change({ companyId }));
  }, [view.companyId]);
  const sidebar = start.cards.filter((card) => card.location === "crm.record.sidebar" && isForCompanies(card));
  const shared = { ...props, preview };
  // HubSpot shows an app's page and settings on pages of their own, not beside a record.
  const isOffRecord = start.cards.some(({ uid, kind }) => uid === view.tab && (kind === "page" || kind === "settings"));
  return (
    <div className="page">
      <TopBar {...shared} />
      {view.companyId ? (
        <div className={isOffRecord ? "columns columns-off-record" : "columns"}>
          {!isOffRecord && <CompanyColumn {...shared} companyId={view.companyId} />}
          <main className="middle">
            <MiddleTabs {...shared} companyId={view.companyId} />
          </main>
          {!isOffRecord && (
            <RightColumn {...shared} companyId={view.companyId}>
              {sidebar.map((card) => (
                <section key={card.uid} className="box-card" aria-label={card.title ?? card.uid}>
                  <h2 className="box-title">{card.title}</h2>
                  <Hosted {...shared} card={card} />
                </section>
              ))}
            </RightColumn>
          )}
        </div>
      ) : (
        <p className="page-empty">{words.noCompany}</p>
      )}
      <WhatHappened
        events={preview.live.events}
        words={words}
        locale={preview.facts.locale}
        timeZone={start.portal.timeZone}
      />
      <Toasts preview={preview} words={words} />
    </div>
  );
}

async function firstCompany(name: string | null): Promise<string | null> {
  const find = async (query: string) => {
    const asked = new URLSearchParams({ properties: "name", sort: "name", query });
    return (await api.get<{ results: CrmRecord[] }>(`/api/records/companies?${asked}`)).results[0]?.id;
  };
  return (name && (await find(name))) || (await find("")) || null;
}
