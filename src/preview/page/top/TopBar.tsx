import type { PageProps } from "../Hosted.tsx";
import type { PreviewState } from "../use-preview.ts";
import { ClockControl } from "./ClockControl.tsx";
import { CompanyPicker } from "./CompanyPicker.tsx";

/** Who looks at what, in which language, at what time. */
export function TopBar({ start, view, change, words, preview }: PageProps & { preview: PreviewState }) {
  return (
    <header className="top-bar">
      <div className="brand">
        <strong>{words.preview}</strong>
        <span className="top-note">
          {words.portal} <bdi>{start.portal.id}</bdi>
        </span>
      </div>
      <CompanyPicker view={view} change={change} words={words} dataVersion={preview.live.dataVersion} />
      <label className="top-field">
        <span>{words.viewAs}</span>
        <select
          value={preview.owner.id}
          data-test="user-picker"
          onChange={(event) => change({ ownerId: event.target.value })}
        >
          {start.owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {`${owner.firstName} ${owner.lastName}`.trim() || owner.email}
            </option>
          ))}
        </select>
      </label>
      <Switch
        label={words.language}
        chosen={view.language}
        options={[
          ["en", "English"],
          ["ar", "العربية"],
        ]}
        // A reader of Arabic expects the page to turn; who wants HubSpot's left-to-right page turns it back.
        onChoose={(language) => change({ language, dir: language === "ar" ? "rtl" : "ltr" })}
      />
      <Switch
        label={words.pageDirection}
        chosen={view.dir}
        options={[
          ["ltr", "LTR"],
          ["rtl", "RTL"],
        ]}
        onChoose={(dir) => change({ dir })}
      />
      <ClockControl preview={preview} words={words} />
    </header>
  );
}

interface SwitchProps<Option extends string> {
  label: string;
  chosen: Option;
  options: [Option, string][];
  onChoose: (option: Option) => void;
}

function Switch<Option extends string>({ label, chosen, options, onChoose }: SwitchProps<Option>) {
  return (
    <div className="switch" role="group" aria-label={label}>
      {options.map(([option, words]) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>
          {words}
        </button>
      ))}
    </div>
  );
}
