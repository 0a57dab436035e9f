import { useEffect, useState } from "react";
import type { CrmRecord, PropertyDefinition } from "../../crm.ts";
import { api } from "../api.ts";
import { useDialog } from "../components/use-dialog.ts";
import { Hosted, type PageProps } from "../Hosted.tsx";
import { type HostedCard, isForCompanies } from "../start.ts";
import type { PreviewState } from "../use-preview.ts";

import { show } from "./PropertyField.tsx";

type Props = PageProps & { preview: PreviewState };

const columns = ["name", "am_account_type", "am_rhythm", "am_tier", "city"];

/** The portal's companies, to open one or to act on several at once by the app's bulk actions. */
export function Companies(props: Props) {
  const { start, change, words, preview } = props;
  const [query, setQuery] = useState("");
  const [companies, setCompanies] = useState<CrmRecord[]>([]);
  const [definitions, setDefinitions] = useState<PropertyDefinition[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [acting, setActing] = useState<HostedCard | null>(null);
  const actions = start.cards.filter((card) => card.kind === "bulk-action" && isForCompanies(card));
  useEffect(() => {
    const asked = new URLSearchParams({ query, properties: columns.join(","), sort: "name" });
    const timer = setTimeout(
      () =>
        void api
          .get<{ results: CrmRecord[] }>(`/api/records/companies?${asked}`)
          .then(({ results }) => setCompanies(results)),
      150,
    );
    return () => clearTimeout(timer);
  }, [query, preview.facts.dataVersion]);

  useEffect(() => {
    void preview.facts.definitions("companies").then(setDefinitions, () => undefined);
  }, [preview.facts.definitions]);
  const read = (column: string, value: string) => {
    const definition = definitions.find(({ name }) => name === column);
    return definition ? show(value, definition, preview.facts) : value || "--";
  };

  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div>
      <div className="list-tools">
        <input
          type="search"
          className="input"
          aria-label={words.searchCompanies}
          placeholder={words.searchCompanies}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {chosen.length > 0 && (
          <span>{`${new Intl.NumberFormat(preview.facts.locale).format(chosen.length)} ${words.selected}`}</span>
        )}
        {actions.map((card) => (
          <button
            key={card.uid}
            type="button"
            className="button button-secondary button-sm"
            disabled={chosen.length === 0}
            onClick={() => setActing(card)}
          >
            {card.title ?? card.uid}
          </button>
        ))}
      </div>
      <div className="table-scroll">
        <table className="table table-condensed" aria-label={words.companies}>
          <thead>
            <tr>
              <th aria-label={words.selected} />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column === "name" ? words.company : definitions.find(({ name }) => name === column)?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {companies.map((company) => (
              <tr key={company.id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={company.properties["name"] ?? company.id}
                    checked={chosen.includes(company.id)}
                    onChange={() => toggle(company.id)}
                  />
                </td>
                <td>
                  <button type="button" className="link" onClick={() => change({ companyId: company.id, tab: null })}>
                    {company.properties["name"] ?? company.id}
                  </button>
                </td>
                {columns.slice(1).map((column) => (
                  <td key={column}>{read(column, company.properties[column] ?? "")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {acting && <BulkAction {...props} card={acting} chosenIds={chosen} onDismiss={() => setActing(null)} />}
    </div>
  );
}

function BulkAction({ onDismiss, ...props }: Props & { card: HostedCard; chosenIds: string[]; onDismiss: () => void }) {
  const dialog = useDialog({ onDismiss, isModal: true });
  const kind = props.card.displayMode === "MODAL" ? "modal" : "panel";
  return (
    <div className={`overlay overlay-${kind} overlay-dark`}>
      <div
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-label={props.card.title ?? props.card.uid}
        tabIndex={-1}
        className={`${kind} ${kind}-medium`}
      >
        <header className="overlay-head">
          <h2>{props.card.title}</h2>
          <button type="button" className="close-button" aria-label={props.words.close} onClick={onDismiss}>
            ×
          </button>
        </header>
        <div className="overlay-content overlay-body">
          <Hosted {...props} />
        </div>
      </div>
    </div>
  );
}
