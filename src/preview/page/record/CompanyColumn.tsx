import { useEffect, useState } from "react";
import type { CrmRecord, PropertyDefinition } from "../../crm.ts";
import { api } from "../api.ts";
import type { PageProps } from "../Hosted.tsx";
import type { PreviewState } from "../use-preview.ts";
import { PropertyField } from "./PropertyField.tsx";

type Props = PageProps & { preview: PreviewState; companyId: string };

/** What one looks for first; the rest of the group opens by a click. */
const leading = [
  "am_account_type",
  "am_tier",
  "am_rhythm",
  "am_lead_manager",
  "am_next_check_in",
  "am_last_check_in",
  "am_overdue_check_ins",
  "am_health_score",
];
const about = [
  "hubspot_owner_id",
  "domain",
  "industry",
  "city",
  "country",
  "numberofemployees",
  "annualrevenue",
  "phone",
];

/** The company's properties: account management first, since that is what one comes here to see. */
export function CompanyColumn({ preview, companyId, words }: Props) {
  const { facts } = preview;
  const [definitions, setDefinitions] = useState<PropertyDefinition[]>([]);
  const [record, setRecord] = useState<CrmRecord | null>(null);
  useEffect(() => void facts.definitions("companies").then(setDefinitions, () => undefined), [facts.definitions]);
  const managed = definitions.filter(({ name, hidden }) => name.startsWith("am_") && !hidden);
  const general = about.flatMap((name) => definitions.find((definition) => definition.name === name) ?? []);
  const names = ["name", "domain", ...[...managed, ...general].map(({ name }) => name)];

  const load = () =>
    api
      .get<CrmRecord>(`/api/records/companies/${companyId}?properties=${names.join(",")}`)
      .then(setRecord, () => setRecord(null));
  useEffect(() => void load(), [companyId, names.join(), facts.dataVersion]);

  async function save(name: string, value: string) {
    try {
      await api.patch(`/api/records/companies/${companyId}`, { properties: { [name]: value } });
      await load();
      preview.live.refresh();
    } catch (error) {
      facts.alert({ type: "danger", message: (error as Error).message });
    }
  }
  const list = (shown: PropertyDefinition[]) =>
    shown.map((definition) => (
      <PropertyField
        key={`${companyId}${definition.name}`}
        definition={definition}
        value={record?.properties[definition.name] ?? ""}
        owners={facts.owners}
        facts={facts}
        words={words}
        onSave={(value) => save(definition.name, value)}
      />
    ));
  const name = record?.properties["name"];
  return (
    <aside className="company-column" aria-label={words.aboutCompany}>
      <div className="company-head">
        <span className="company-mark" aria-hidden="true">
          {(name ?? "·").slice(0, 1)}
        </span>
        <div>
          <h1>{name ?? "…"}</h1>
          <bdi className="top-note">{record?.properties["domain"]}</bdi>
        </div>
      </div>
      {managed.length > 0 && (
        <section className="box-card">
          <h2 className="box-title">{words.accountManagement}</h2>
          {list(leading.flatMap((one) => managed.find((definition) => definition.name === one) ?? []))}
          <details className="more-properties">
            <summary className="link">{words.moreProperties}</summary>
            {list(managed.filter((definition) => !leading.includes(definition.name)))}
          </details>
        </section>
      )}
      <section className="box-card">
        <h2 className="box-title">{words.aboutCompany}</h2>
        {list(general)}
      </section>
    </aside>
  );
}
